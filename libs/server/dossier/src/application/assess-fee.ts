import { Injectable } from '@nestjs/common';
import type { Answers, Localized } from '@mocua/contract';
import type { AssessedFee, DossierState } from '@mocua/engine/dossier';
import { computeFees, type FeeQuote } from '@mocua/engine/fees';
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

/**
 * Assesses what a dossier costs: what is paid before the work at reception, the whole at the end. Paying is another matter.
 * Nothing is assessed while an answer or an office still has to say an amount, because an unknown amount is not zero.
 */
@Injectable()
export class AssessFee {
  constructor(
    private readonly parties: PartyDirectory,
    private readonly vault: SubjectVault,
  ) {}

  atReception(state: DossierState, procedure: PublishedProcedure): Promise<SealedFee | null> {
    return this.assess(state, procedure, 'before', {});
  }

  /** @param entered - what officers entered, which may count pages or areas */
  atCompletion(
    state: DossierState,
    procedure: PublishedProcedure,
    entered: Answers,
  ): Promise<SealedFee | null> {
    return this.assess(state, procedure, 'after', entered);
  }

  private async assess(
    state: DossierState,
    procedure: PublishedProcedure,
    timing: AssessedFee['timing'],
    entered: Answers,
  ): Promise<SealedFee | null> {
    const lines = procedure.fees?.lines ?? [];
    const isNow = lines.some((line) => (line.timing === 'before') === (timing === 'before'));
    if (!procedure.compiledFees || !isNow) return null;
    const quote = computeFees(
      procedure.compiledFees,
      { ...(await this.answersOf(state)), ...entered },
      await this.filing(state),
    );
    const due = timing === 'before' ? quote.lines.filter((line) => line.timing === 'before') : quote.lines;
    const amount = sumOf(due);
    if (amount === null || due.length === 0) return null;
    const sealed = await this.vault.seal(state.people.owner, 'fee', explain(due));
    return {
      assessed: { amount, timing, explanation: { valueId: sealed.valueId, digest: sealed.digest } },
      sealed,
    };
  }

  private async answersOf(state: DossierState): Promise<Answers> {
    return ((await this.vault.open(state.answers.valueId)) ?? {}) as Answers;
  }

  private async filing(state: DossierState) {
    const [claims, owner] = await Promise.all([
      this.parties.claims(state.people.submitter),
      this.parties.kindOf(state.people.owner),
    ]);
    return {
      date: localDate(new Date(state.submittedAt)),
      channel: state.channel,
      identityLevel: claims?.level ?? null,
      isOrganisation: owner === null ? null : owner === 'organisation',
    };
  }
}

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
