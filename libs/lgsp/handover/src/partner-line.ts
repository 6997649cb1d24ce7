import type { Readable } from 'node:stream';
import { LgspFailure, type Operation, type ServiceClient } from '@mocua/lgsp/client';
import { HandoverFailure, type Verdict, type WireMessage } from '@mocua/server/handover';

/** A file on its way to a partner. */
export interface FileOnItsWay {
  readonly content: Readable;
  readonly mediaType: string;
  readonly size: number;
}

/** The way to one system that has steps of ours. Every call is about one step, and may be repeated. @throws HandoverFailure */
export class PartnerLine {
  constructor(private readonly client: ServiceClient) {}

  /** @param of - with the step, what makes the call the same when it is repeated */
  change<Request, Response>(
    operation: Operation<Request, Response>,
    request: Request,
    taskId: string,
    of: string,
  ): Promise<Response> {
    return told(() => this.client.call(operation, request, keyOf(taskId, of)));
  }

  ask<Response>(operation: Operation<string, Response>, taskId: string): Promise<Response> {
    return told(() => this.client.call(operation, taskId, { correlationId: taskId }));
  }

  async put<Request>(
    operation: Operation<Request, null>,
    request: Request,
    taskId: string,
    of: string,
    { content, mediaType, size }: FileOnItsWay,
  ): Promise<void> {
    const body = { body: content, mediaType, bytes: size };
    await told(() => this.client.upload(operation, request, body, keyOf(taskId, of)));
  }

  async file(operation: Operation<string, null>, taskId: string): Promise<Readable> {
    const answer = await told(() => this.client.download(operation, taskId, { correlationId: taskId }));
    return answer.body;
  }

  close(): Promise<void> {
    return this.client.close();
  }
}

/** How a partner is told what became of its message. @param unknown - in the partner's words, that there is no such step */
export function answers(unknown: string): Readonly<Record<Verdict, WireMessage>> {
  return {
    taken: { error_code: '0', message: 'Đã nhận' },
    known: { error_code: '0', message: 'Đã nhận trước đó' },
    unknown: { error_code: '3', message: unknown },
    forged: { error_code: '97', message: 'Sai chữ ký' },
    unreadable: { error_code: '98', message: 'Bản tin không hợp lệ' },
  };
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
    throw new HandoverFailure(isPassing, error.message, error);
  }
}
