import type { Clock, Database } from '@mocua/server/kernel';
import type { SubjectVault } from '@mocua/server/personal-data';
import type { OutgoingNews } from '../domain/outgoing-news';
import type { SubmissionRows } from '../persistence/submission-rows';
import type { DocumentManagement, Verdict, WireMessage } from '../ports';

/** Takes in what the document management system tells, signed, or what it answers when it is asked. Each message counts once. */
export class HearDocumentManagement {
  constructor(
    private readonly database: Database,
    private readonly system: DocumentManagement,
    private readonly rows: SubmissionRows,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  async callback(message: WireMessage): Promise<WireMessage> {
    const read = this.system.readMessage(message);
    return this.system.answer(typeof read === 'string' ? read : await this.take(read));
  }

  async take(news: OutgoingNews): Promise<Verdict> {
    const submission = await this.rows.byTask(news.taskId);
    if (!submission) return 'unknown-document';
    const known = await this.rows.news(news.taskId);
    if (known.some((each) => each.messageId === news.messageId)) return 'known';
    const sealed = await this.vault.seal(submission.ownerParty, 'outgoing-news', { ...news.content });
    return this.database.transaction(async (tx) => {
      const at = this.clock.iso();
      if (!(await this.rows.addNews(tx, news, sealed.valueId, at))) return 'known';
      await this.vault.store([sealed], tx);
      await this.rows.heard(tx, news.taskId, at, news.kind === 'issued' || news.kind === 'returned');
      return 'taken';
    });
  }
}
