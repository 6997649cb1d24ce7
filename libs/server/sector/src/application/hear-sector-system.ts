import { HearNews, type OurParts, type Verdict, type WireMessage } from '@mocua/server/handover';
import type { NewsKind, SectorNews } from '../domain/sector-news';
import { isFinal } from '../domain/standing';
import type { HandoverRow, HandoverRows } from '../persistence/handover-rows';
import type { SectorSystems } from '../ports';

/** Takes in what sector systems tell, signed, or what they answer when they are asked. */
export class HearSectorSystem extends HearNews<HandoverRow, NewsKind> {
  constructor(
    ours: OurParts,
    rows: HandoverRows,
    private readonly systems: SectorSystems,
  ) {
    super(ours, rows, 'sector-news');
  }

  async callback(system: string, message: WireMessage): Promise<WireMessage> {
    const read = this.systems.readMessage(system, message);
    return this.systems.answer(typeof read === 'string' ? read : await this.take(system, read));
  }

  take(system: string, news: SectorNews): Promise<Verdict> {
    return this.keep(news, (row) => row.system === system);
  }

  protected override isEnd(kind: NewsKind): boolean {
    return isFinal(kind);
  }
}
