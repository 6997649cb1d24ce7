import { type NewsRow, type OurParts, type Settlement, SettleHandovers } from '@mocua/server/handover';
import { type PublishedProcedure, valuesOfEnding } from '@mocua/server/procedure';
import type { NewsKind, SectorContent } from '../domain/sector-news';
import { decisiveNews, isFinal } from '../domain/standing';
import type { HandoverRow, HandoverRows } from '../persistence/handover-rows';
import type { SectorSystems } from '../ports';
import { sectorReader } from './hand-over-step';
import type { HearSectorSystem } from './hear-sector-system';

/** Asks sector systems that have said nothing for long, and completes the steps whose result or refusal was told. */
export class SettleSteps extends SettleHandovers<HandoverRow, NewsKind, NewsRow<NewsKind>> {
  constructor(
    ours: OurParts,
    private readonly rows: HandoverRows,
    private readonly systems: SectorSystems,
    private readonly hearing: HearSectorSystem,
  ) {
    super(ours, rows, sectorReader);
  }

  protected override async ask({ system, taskId }: HandoverRow): Promise<void> {
    for (const news of await this.systems.newsOf(system, taskId)) await this.hearing.take(system, news);
  }

  protected override endOf(_row: HandoverRow, news: readonly NewsRow<NewsKind>[]): NewsRow<NewsKind> | null {
    const decisive = decisiveNews(news);
    return decisive !== null && isFinal(decisive.kind) ? decisive : null;
  }

  protected override async settlementOf(
    row: HandoverRow,
    end: NewsRow<NewsKind>,
    { handovers }: PublishedProcedure,
  ): Promise<Settlement> {
    const declared = handovers.find(({ task }) => task === row.nodeId);
    if (!declared) throw new Error('a step that its package does not name');
    await this.keepFile(row, end);
    const { text: reason, number, issuedOn, agency } = await this.contentOf<SectorContent>(end);
    const ending = end.kind === 'resulted' ? declared.accepted : declared.refused;
    const values = valuesOfEnding(ending, { number, issuedOn, agency, reason });
    return { outcome: ending.outcome, values, comment: null };
  }

  protected override jobOf({ system }: HandoverRow): string {
    return `sector:${system}`;
  }

  private async keepFile({ system, taskId, fileSha256 }: HandoverRow, end: NewsRow): Promise<void> {
    if (fileSha256 !== null) return;
    const file = await this.fetch(end, () => this.systems.resultOf(system, taskId));
    if (file) await this.rows.keptFile(taskId, file);
  }
}
