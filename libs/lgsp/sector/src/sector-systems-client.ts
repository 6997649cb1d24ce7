import type { Readable } from 'node:stream';
import { answers, isSigned, type PartnerLine, readable } from '@mocua/lgsp/handover';
import { HandoverFailure, type Verdict, type WireMessage } from '@mocua/server/handover';
import { type HandedFile, type SectorNews, SectorSystems, type StepToHandOver } from '@mocua/server/sector';
import type { SectorOperations } from './operations';
import { newsOf } from './wire-news';

/** The way to one system. */
export interface SectorLine {
  readonly line: PartnerLine;
  readonly operations: SectorOperations;
}

const verdicts = answers('Không có mã chuyển này');

/** Sector systems behind the bus. */
export class SectorSystemsClient extends SectorSystems {
  constructor(
    private readonly lines: ReadonlyMap<string, SectorLine>,
    private readonly secret: string,
    private readonly closing: () => Promise<void>,
  ) {
    super();
  }

  override async putFile(system: string, taskId: string, file: HandedFile, content: Readable): Promise<void> {
    try {
      const { line, operations } = this.to(system);
      await line.put(operations.putFile, { taskId, file }, taskId, file.sha256, { ...file, content });
    } finally {
      content.destroy();
    }
  }

  override async handOver(step: StepToHandOver): Promise<{ readonly externalCode: string }> {
    const { line, operations } = this.to(step.system);
    return line.change(operations.handOver, step, step.taskId, String(step.revision));
  }

  override async takeBack(system: string, taskId: string): Promise<void> {
    const { line, operations } = this.to(system);
    await line.change(operations.takeBack, taskId, taskId, 'take-back');
  }

  override async newsOf(system: string, taskId: string): Promise<readonly SectorNews[]> {
    const { line, operations } = this.to(system);
    return line.ask(operations.newsOf, taskId);
  }

  override async resultOf(system: string, taskId: string): Promise<Readable> {
    const { line, operations } = this.to(system);
    return line.file(operations.resultOf, taskId);
  }

  override readMessage(system: string, message: WireMessage): SectorNews | 'forged' | 'unreadable' {
    // Whoever is not connected can prove nothing, whatever it signs with.
    if (!this.lines.has(system) || message['HeThong'] !== system || !isSigned(message, this.secret))
      return 'forged';
    return readable(() => newsOf(message));
  }

  override answer(verdict: Verdict): WireMessage {
    return verdicts[verdict];
  }

  close(): Promise<void> {
    return this.closing();
  }

  private to(system: string): SectorLine {
    const line = this.lines.get(system);
    if (!line) throw new HandoverFailure(false, `${system}: not connected`);
    return line;
  }
}
