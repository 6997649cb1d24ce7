import type { Clock, Database } from '@mocua/server/kernel';
import type { SubjectVault } from '@mocua/server/personal-data';
import type { NewsContent, SectorNews } from '../domain/sector-news';
import { isFinal } from '../domain/standing';
import type { HandoverRows } from '../persistence/handover-rows';
import type { SectorSystems, Verdict, WireMessage } from '../ports';

/** Takes in what sector systems tell, signed, or what they answer when they are asked. Each message counts once. */
export class HearSectorSystem {
  constructor(
    private readonly database: Database,
    private readonly systems: SectorSystems,
    private readonly rows: HandoverRows,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  async callback(system: string, message: WireMessage): Promise<WireMessage> {
    const read = this.systems.readMessage(system, message);
    return this.systems.answer(typeof read === 'string' ? read : await this.take(system, read));
  }

  async take(system: string, news: SectorNews): Promise<Verdict> {
    const handover = await this.rows.byTask(news.taskId);
    if (handover?.system !== system) return 'unknown-step';
    const known = await this.rows.news(news.taskId);
    if (known.some((each) => each.messageId === news.messageId)) return 'known';
    const { text, number, issuedOn, agency } = news;
    const content: NewsContent = { text, number, issuedOn, agency };
    const sealed = await this.vault.seal(handover.ownerParty, 'sector-news', { ...content });
    return this.database.transaction(async (tx) => {
      const at = this.clock.iso();
      if (!(await this.rows.addNews(tx, news, sealed.valueId, at))) return 'known';
      await this.vault.store([sealed], tx);
      await this.rows.heard(tx, news.taskId, at, isFinal(news.kind));
      return 'taken';
    });
  }
}
