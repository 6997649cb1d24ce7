import type { Readable } from 'node:stream';
import type { AnswerGroup, AnswerValue } from '@mocua/contract';
import type { SectorNews } from './domain/sector-news';

/** A paper that goes with a step. */
export interface HandedFile {
  readonly componentCode: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
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

/** A message of a sector system in its own words; only the adapter reads and writes it. */
export type WireMessage = Readonly<Record<string, unknown>>;

/** How a message of a sector system was judged. */
export type Verdict = 'taken' | 'known' | 'unknown-step' | 'forged' | 'unreadable';

/** The sector system could not do what was asked. */
export class SectorFailure extends Error {
  constructor(
    /** Whether waiting and asking again can help. */
    readonly isPassing: boolean,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'SectorFailure';
  }
}

/** Sector systems that do steps. Every method that asks one throws {@link SectorFailure} when it does not answer as it should. */
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
