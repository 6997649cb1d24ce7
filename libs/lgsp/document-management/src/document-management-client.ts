import type { Readable } from 'node:stream';
import { LgspFailure, type ServiceClient } from '@mocua/lgsp/client';
import {
  DocumentManagement,
  DocumentManagementFailure,
  type DraftFileToSubmit,
  type DraftToSubmit,
  type OutgoingNews,
  type Verdict,
  type WireMessage,
} from '@mocua/server/document-management';
import type { DocumentOperations } from './operations';
import { newsOf } from './wire-news';
import { isSigned } from './wire-signature';

/** The way to the system. */
export interface DocumentLine {
  readonly client: ServiceClient;
  readonly operations: DocumentOperations;
}

const verdicts: Readonly<Record<Verdict, WireMessage>> = {
  taken: { error_code: '0', message: 'Đã nhận' },
  known: { error_code: '0', message: 'Đã nhận trước đó' },
  'unknown-document': { error_code: '3', message: 'Không có mã trình này' },
  forged: { error_code: '97', message: 'Sai chữ ký' },
  unreadable: { error_code: '98', message: 'Bản tin không hợp lệ' },
};

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

  override async putDraft(taskId: string, file: DraftFileToSubmit, content: Readable): Promise<void> {
    try {
      const { client, operations } = this.line();
      const body = { body: content, mediaType: 'application/pdf', bytes: file.size };
      await told(() =>
        client.upload(operations.putDraft, { taskId, file }, body, keyOf(taskId, file.sha256)),
      );
    } finally {
      content.destroy();
    }
  }

  override async submit(draft: DraftToSubmit): Promise<{ readonly externalCode: string }> {
    const { client, operations } = this.line();
    return told(() => client.call(operations.submit, draft, keyOf(draft.taskId, String(draft.revision))));
  }

  override async takeBack(taskId: string): Promise<void> {
    const { client, operations } = this.line();
    await told(() => client.call(operations.takeBack, taskId, keyOf(taskId, 'take-back')));
  }

  override async newsOf(taskId: string): Promise<readonly OutgoingNews[]> {
    const { client, operations } = this.line();
    return told(() => client.call(operations.newsOf, taskId, { correlationId: taskId }));
  }

  override async issuedFile(taskId: string): Promise<Readable> {
    const { client, operations } = this.line();
    const answer = await told(() =>
      client.download(operations.issuedFile, taskId, { correlationId: taskId }),
    );
    return answer.body;
  }

  override readMessage(message: WireMessage): OutgoingNews | 'forged' | 'unreadable' {
    // Where no system is connected nobody can prove to be one, whatever it signs with.
    if (this.connected === null || !isSigned(message, this.secret)) return 'forged';
    try {
      return newsOf(message);
    } catch {
      return 'unreadable'; // signed, but not of the contract: said to the sender in its own words
    }
  }

  override answer(verdict: Verdict): WireMessage {
    return verdicts[verdict];
  }

  close(): Promise<void> {
    return this.closing();
  }

  private line(): DocumentLine {
    if (this.connected === null) throw new DocumentManagementFailure(false, 'not connected');
    return this.connected;
  }
}

function keyOf(taskId: string, of: string): { correlationId: string; idempotencyKey: string } {
  return { correlationId: taskId, idempotencyKey: `${taskId}:${of}` };
}

/** Our failure for the bus's. A system that refuses is asked once more by nobody; anything else is over some time. */
async function told<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof LgspFailure)) throw error;
    const isPassing = error.isPassing || error.kind === 'unauthorised' || error.kind === 'too-large';
    throw new DocumentManagementFailure(isPassing, error.message, error);
  }
}
