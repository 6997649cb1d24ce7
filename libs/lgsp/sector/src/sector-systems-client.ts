import type { Readable } from 'node:stream';
import { LgspFailure, type ServiceClient } from '@mocua/lgsp/client';
import {
  type HandedFile,
  SectorFailure,
  type SectorNews,
  SectorSystems,
  type StepToHandOver,
  type Verdict,
  type WireMessage,
} from '@mocua/server/sector';
import type { SectorOperations } from './operations';
import { newsOf } from './wire-news';
import { isSigned } from './wire-signature';

/** The way to one system. */
export interface SectorLine {
  readonly client: ServiceClient;
  readonly operations: SectorOperations;
}

const verdicts: Readonly<Record<Verdict, WireMessage>> = {
  taken: { error_code: '0', message: 'Đã nhận' },
  known: { error_code: '0', message: 'Đã nhận trước đó' },
  'unknown-step': { error_code: '3', message: 'Không có mã chuyển này' },
  forged: { error_code: '97', message: 'Sai chữ ký' },
  unreadable: { error_code: '98', message: 'Bản tin không hợp lệ' },
};

/** Sector systems behind the bus, each with a client of its own, so that one that hangs holds nobody else's sockets. */
export class SectorSystemsClient extends SectorSystems {
  constructor(
    private readonly lines: ReadonlyMap<string, SectorLine>,
    private readonly secret: string,
    private readonly closing: () => Promise<void>,
  ) {
    super();
  }

  override async putFile(system: string, taskId: string, file: HandedFile, content: Readable): Promise<void> {
    const { client, operations } = this.line(system);
    const body = { body: content, mediaType: file.mediaType, bytes: file.size };
    try {
      await told(() => client.upload(operations.putFile, { taskId, file }, body, keyOf(taskId, file.sha256)));
    } finally {
      content.destroy();
    }
  }

  override handOver(step: StepToHandOver): Promise<{ readonly externalCode: string }> {
    const { client, operations } = this.line(step.system);
    return told(() => client.call(operations.handOver, step, keyOf(step.taskId, String(step.revision))));
  }

  override async takeBack(system: string, taskId: string): Promise<void> {
    const { client, operations } = this.line(system);
    await told(() => client.call(operations.takeBack, taskId, keyOf(taskId, 'take-back')));
  }

  override newsOf(system: string, taskId: string): Promise<readonly SectorNews[]> {
    const { client, operations } = this.line(system);
    return told(() => client.call(operations.newsOf, taskId, { correlationId: taskId }));
  }

  override async resultOf(system: string, taskId: string): Promise<Readable> {
    const { client, operations } = this.line(system);
    const answer = await told(() => client.download(operations.resultOf, taskId, { correlationId: taskId }));
    return answer.body;
  }

  override readMessage(system: string, message: WireMessage): SectorNews | 'forged' | 'unreadable' {
    // Whoever is not connected can prove nothing, whatever it signs with.
    if (!this.lines.has(system) || message['HeThong'] !== system || !isSigned(message, this.secret))
      return 'forged';
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

  private line(system: string): SectorLine {
    const line = this.lines.get(system);
    if (!line) throw new SectorFailure(false, `${system}: not connected`);
    return line;
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
    throw new SectorFailure(isPassing, error.message, error);
  }
}
