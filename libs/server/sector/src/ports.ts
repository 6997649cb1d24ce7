import type { Readable } from 'node:stream';
import type { AnswerGroup, AnswerValue } from '@mocua/contract';
import type { FileToHandOver, Verdict, WireMessage } from '@mocua/server/handover';
import type { SectorNews } from './domain/sector-news';

/** A paper that goes with a step. */
export interface HandedFile extends FileToHandOver {
  readonly componentCode: string;
  readonly mediaType: string;
}

/** A step as it is handed over: exactly what the package declares. */
export interface StepToHandOver {
  readonly system: string;
  readonly taskId: string;
  /** The same for every attempt; a later one replaces what the system has. */
  readonly revision: number;
  readonly dossierCode: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly stepName: string;
  readonly purpose: string;
  readonly basis: string;
  /** ISO instant; it goes on running while the system works. */
  readonly dueAt: string | null;
  readonly answers: Readonly<Record<string, AnswerValue | readonly AnswerGroup[]>>;
  readonly files: readonly HandedFile[];
}

/** Sector systems that do steps. Every method that asks one throws `HandoverFailure` when it does not answer as it should. */
export abstract class SectorSystems {
  /** Asks for nothing twice: the same file again, and the same revision again, change nothing. */
  abstract putFile(system: string, taskId: string, file: HandedFile, content: Readable): Promise<void>;
  /** @returns the code of the case over there */
  abstract handOver(step: StepToHandOver): Promise<{ readonly externalCode: string }>;
  abstract takeBack(system: string, taskId: string): Promise<void>;
  /** Everything the system has said about a step, in any order. */
  abstract newsOf(system: string, taskId: string): Promise<readonly SectorNews[]>;
  abstract resultOf(system: string, taskId: string): Promise<Readable>;
  /** What a message tells; `forged` when its signature is not the system's, `unreadable` when it is none of the contract. */
  abstract readMessage(system: string, message: WireMessage): SectorNews | 'forged' | 'unreadable';
  abstract answer(verdict: Verdict): WireMessage;
}
