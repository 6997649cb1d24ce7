import type { Readable } from 'node:stream';
import { answers, isSigned, type PartnerLine, readable } from '@mocua/lgsp/handover';
import { DocumentManagement, type DraftToSubmit, type OutgoingNews } from '@mocua/server/document-management';
import { type FileToHandOver, HandoverFailure, type Verdict, type WireMessage } from '@mocua/server/handover';
import type { DocumentOperations } from './operations';
import { newsOf } from './wire-news';

/** The way to the system. */
export interface DocumentLine {
  readonly line: PartnerLine;
  readonly operations: DocumentOperations;
}

const verdicts = answers('Không có mã trình này');

/** The document management system behind the bus. */
export class DocumentManagementClient extends DocumentManagement {
  /** @param connected - null where no system is connected: then it is never asked, and nobody can prove to be it */
  constructor(
    private readonly connected: DocumentLine | null,
    private readonly secret: string,
    private readonly closing: () => Promise<void>,
  ) {
    super();
  }

  override async putDraft(taskId: string, file: FileToHandOver, content: Readable): Promise<void> {
    try {
      const { line, operations } = this.there();
      const draft = { content, mediaType: 'application/pdf', size: file.size };
      await line.put(operations.putDraft, { taskId, file }, taskId, file.sha256, draft);
    } finally {
      content.destroy();
    }
  }

  override async submit(draft: DraftToSubmit): Promise<{ readonly externalCode: string }> {
    const { line, operations } = this.there();
    return line.change(operations.submit, draft, draft.taskId, String(draft.revision));
  }

  override async takeBack(taskId: string): Promise<void> {
    const { line, operations } = this.there();
    await line.change(operations.takeBack, taskId, taskId, 'take-back');
  }

  override async newsOf(taskId: string): Promise<readonly OutgoingNews[]> {
    const { line, operations } = this.there();
    return line.ask(operations.newsOf, taskId);
  }

  override async issuedFile(taskId: string): Promise<Readable> {
    const { line, operations } = this.there();
    return line.file(operations.issuedFile, taskId);
  }

  override readMessage(message: WireMessage): OutgoingNews | 'forged' | 'unreadable' {
    // Where no system is connected nobody can prove to be one, whatever it signs with.
    if (this.connected === null || !isSigned(message, this.secret)) return 'forged';
    return readable(() => newsOf(message));
  }

  override answer(verdict: Verdict): WireMessage {
    return verdicts[verdict];
  }

  close(): Promise<void> {
    return this.closing();
  }

  private there(): DocumentLine {
    if (this.connected === null) throw new HandoverFailure(false, 'not connected');
    return this.connected;
  }
}
