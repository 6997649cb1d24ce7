import type { OutgoingNewsKind } from '@mocua/contract';
import { HearNews, type OurParts, type Verdict, type WireMessage } from '@mocua/server/handover';
import type { OutgoingNews } from '../domain/outgoing-news';
import type { SubmissionRow, SubmissionRows } from '../persistence/submission-rows';
import type { DocumentManagement } from '../ports';

/** Takes in what the document management system tells, signed, or what it answers when it is asked. */
export class HearDocumentManagement extends HearNews<SubmissionRow, OutgoingNewsKind> {
  constructor(
    ours: OurParts,
    rows: SubmissionRows,
    private readonly system: DocumentManagement,
  ) {
    super(ours, rows, 'outgoing-news');
  }

  async callback(message: WireMessage): Promise<WireMessage> {
    const read = this.system.readMessage(message);
    return this.system.answer(typeof read === 'string' ? read : await this.take(read));
  }

  take(news: OutgoingNews): Promise<Verdict> {
    return this.keep(news, () => true);
  }

  protected override isEnd(kind: OutgoingNewsKind): boolean {
    return kind === 'issued' || kind === 'returned';
  }
}
