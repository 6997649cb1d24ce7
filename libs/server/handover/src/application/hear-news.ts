import type { News } from '../domain/news';
import type { HandoverLedger, HandoverRecord } from '../persistence/handover-ledger';
import type { Verdict } from '../ports';
import type { OurParts } from './our-side';

/** Takes in what another system tells of its steps, or what it answers when it is asked. Each message counts once. */
export abstract class HearNews<Row extends HandoverRecord, Kind extends string> {
  constructor(
    private readonly ours: Pick<OurParts, 'vault' | 'database' | 'clock'>,
    private readonly ledger: HandoverLedger<Row, Kind>,
    /** Kind of sealed value; it says under which heading the person finds its readings. */
    private readonly sealedAs: string,
  ) {}

  /** Whether it may end the step here. */
  protected abstract isEnd(kind: Kind): boolean;

  /** @param isTheirs - whether the step is one of the system that tells */
  protected async keep(news: News<Kind>, isTheirs: (row: Row) => boolean): Promise<Verdict> {
    const { taskId, messageId, kind, content } = news;
    const row = await this.ledger.byTask(taskId);
    if (row === null || !isTheirs(row)) return 'unknown';
    const known = await this.ledger.news(taskId);
    if (known.some((each) => each.messageId === messageId)) return 'known';
    // What a system writes may name a person.
    const sealed = await this.ours.vault.seal(row.ownerParty, this.sealedAs, { ...content });
    return this.ours.database.transaction(async (tx) => {
      const at = this.ours.clock.iso();
      if (!(await this.ledger.addNews(tx, news, sealed.valueId, at))) return 'known';
      await this.ours.vault.store([sealed], tx);
      await this.ledger.heard(tx, taskId, at, this.isEnd(kind));
      return 'taken';
    });
  }
}
