import { Injectable } from '@nestjs/common';
import type { Answers, FeeChannel, Localized } from '@mocua/contract';
import { type AssessedFee, askedLinesOf, type Channel, type DossierState } from '@mocua/engine/dossier';
import { computeFees, type FeeQuote, type FilingFacts } from '@mocua/engine/fees';
import { PartyDirectory } from '@mocua/server/identity';
import { localDate } from '@mocua/server/kernel';
import { type SealableJson, type SealedValue, SubjectVault } from '@mocua/server/personal-data';
import type { PublishedProcedure } from '@mocua/server/procedure';

/** How an assessed fee came about, line by line; sealed, because a waiver says something about a person. */
export interface FeeExplanation {
  readonly lines: readonly {
    readonly name: Localized;
    /** Integer đồng. */
    readonly amount: number;
    readonly explanation: Localized;
  }[];
}

export interface SealedFee {
  readonly assessed: AssessedFee;
  readonly sealed: SealedValue;
}

/** What decides a fee besides the answers: who filed, how and when. */
export type FiledFacts = Pick<DossierState, 'people' | 'submittedAt' | 'channel'>;

/**
 * Assesses what a dossier costs: what is paid before the work with the filing, the whole at the end. Paying is another matter.
 * Nothing is assessed while an answer or an office still has to say an amount, because an unknown amount is not zero.
 */
@Injectable()
export class AssessFee {
  constructor(
    private readonly parties: PartyDirectory,
    private readonly vault: SubjectVault,
  ) {}

  /** What is paid before the work, told with the filing so that it can be paid before the reception. */
  atFiling(filing: FiledFacts, procedure: PublishedProcedure, answers: Answers): Promise<SealedFee | null> {
    return this.assess(filing, procedure, 'before', () => Promise.resolve(answers));
  }

  /** What could not be told at the filing; nothing when it was. */
  async atReception(state: DossierState, procedure: PublishedProcedure): Promise<SealedFee | null> {
    if (state.fee) return null;
    return this.assess(state, procedure, 'before', () => this.answersOf(state));
  }

  /** What changed answers cost. */
  afterChange(
    state: DossierState,
    procedure: PublishedProcedure,
    answers: Answers,
  ): Promise<SealedFee | null> {
    return this.assess(state, procedure, 'before', () => Promise.resolve(answers));
  }

  /**
   * What was asked for during the work is left out.
   *
   * @param entered - what officers entered, which may count pages or areas
   */
  atCompletion(
    state: DossierState,
    procedure: PublishedProcedure,
    entered: Answers,
  ): Promise<SealedFee | null> {
    const answers = async (): Promise<Answers> => ({ ...(await this.answersOf(state)), ...entered });
    return this.assess(state, procedure, 'after', answers, askedLinesOf(state));
  }

  /** How a dossier was filed, as rules of fees see it. */
  async filing({ people, submittedAt, channel }: FiledFacts): Promise<FilingFacts> {
    const [claims, owner] = await Promise.all([
      this.parties.claims(people.submitter),
      this.parties.kindOf(people.owner),
    ]);
    return {
      date: localDate(new Date(submittedAt)),
      channel: feeChannelOf[channel],
      identityLevel: claims?.level ?? null,
      isOrganisation: owner === null ? null : owner === 'organisation',
    };
  }

  private async assess(
    filed: FiledFacts,
    procedure: PublishedProcedure,
    timing: AssessedFee['timing'],
    answers: () => Promise<Answers>,
    asked: readonly string[] = [],
  ): Promise<SealedFee | null> {
    const lines = procedure.fees?.lines ?? [];
    const isNow = lines.some((line) => (line.timing === 'before') === (timing === 'before'));
    if (!procedure.compiledFees || !isNow) return null;
    const quote = computeFees(procedure.compiledFees, await answers(), await this.filing(filed));
    const now = timing === 'before' ? quote.lines.filter((line) => line.timing === 'before') : quote.lines;
    const due = now.filter((line) => !asked.includes(line.code));
    const amount = sumOf(due);
    if (amount === null || due.length === 0) return null;
    const charge = sumOf(due.filter((line) => line.kind === 'charge')) ?? 0;
    const sealed = await this.vault.seal(filed.people.owner, 'fee', explain(due));
    return {
      assessed: { amount, charge, timing, explanation: { valueId: sealed.valueId, digest: sealed.digest } },
      sealed,
    };
  }

  private async answersOf(state: DossierState): Promise<Answers> {
    return ((await this.vault.open(state.answers.valueId)) ?? {}) as Answers;
  }
}

/** Fee tables know three channels; a kiosk is a way of filing online. */
const feeChannelOf: Readonly<Record<Channel, FeeChannel>> = {
  online: 'online',
  kiosk: 'online',
  counter: 'direct',
  post: 'post',
};

function sumOf(lines: FeeQuote['lines']): number | null {
  return lines.reduce<number | null>(
    (sum, line) => (sum === null || line.amount === null ? null : sum + line.amount),
    0,
  );
}

function explain(lines: FeeQuote['lines']): SealableJson {
  const explanation: FeeExplanation = {
    lines: lines.map((line) => ({
      name: line.name,
      amount: line.amount ?? 0,
      explanation: line.explanation,
    })),
  };
  return explanation as unknown as SealableJson;
}
