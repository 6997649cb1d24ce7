import { Injectable } from '@nestjs/common';
import type {
  Answers,
  InputOf,
  listPaymentGrounds,
  LocalizedText,
  PaymentGroundView,
  ResponseOf,
} from '@mocua/contract';
import { askedLinesOf, type DossierState } from '@mocua/engine/dossier';
import { type AskedLine, type GroundFacts, type GroundQuote, quoteGround } from '@mocua/engine/fees';
import { UnitDirectory } from '@mocua/server/identity';
import { Clock, type OfficerActor, problem } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { type PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import { DossierStream } from '../../persistence/dossier-stream';
import { AssessFee } from '../assess-fee';
import { requireOfficer } from '../authorise';

/** Why money was asked for and how the sum came about; sealed, because it says something about a person. */
export interface PaymentExplanation {
  readonly name: LocalizedText;
  readonly lines: readonly {
    readonly name: LocalizedText;
    /** Integer đồng. */
    readonly amount: number;
    readonly explanation: LocalizedText;
  }[];
  readonly document: {
    readonly name: LocalizedText;
    readonly number: string;
    /** `YYYY-MM-DD`. */
    readonly date: string;
  } | null;
  readonly reason: string;
  /** The rule that allows asking for it, as the package cites it. */
  readonly basis: string;
}

/** On what money may be asked for during the work on a dossier: what its package says, and nothing else. */
@Injectable()
export class PaymentGrounds {
  constructor(
    private readonly stream: DossierStream,
    private readonly procedures: PublishedProcedures,
    private readonly units: UnitDirectory,
    private readonly vault: SubjectVault,
    private readonly fees: AssessFee,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `dossier.not-found` also for a dossier of another unit */
  async list(
    actor: OfficerActor,
    { params }: InputOf<typeof listPaymentGrounds>,
  ): Promise<ResponseOf<typeof listPaymentGrounds>> {
    const loaded = await this.stream.load(params.dossierId);
    if (!loaded) throw problem('dossier.not-found');
    const { state } = loaded;
    requireOfficer(actor, 'read')(state, await this.units.tree());
    const procedure = await this.procedures.version(state.procedure.code, state.procedure.version);
    const { compiledFees } = procedure;
    if (!compiledFees || compiledFees.grounds.length === 0) return { version: state.version, grounds: [] };
    const facts = await this.factsOf(state);
    const grounds = compiledFees.grounds.map((ground): PaymentGroundView => {
      const { code, name, payer, payWithinDays, source } = ground.definition;
      const amount = amountView(quoteGround(compiledFees, ground, facts));
      return { code, name, payer, payWithinDays, basis: source.citation, amount };
    });
    return { version: state.version, grounds };
  }

  /** What decides the amounts: the answers, what officers entered since, how it was filed, and what was asked for before. */
  async factsOf(state: DossierState): Promise<GroundFacts> {
    const entered = Object.values(state.taskValues).map(({ valueId }) => valueId);
    const [opened, filing] = await Promise.all([
      this.vault.openMany([state.answers.valueId, ...entered]),
      this.fees.filing(state),
    ]);
    const valueOf = (valueId: string): Answers => {
      const value = opened.get(valueId);
      return value && !value.erased ? (value.value as Answers) : {};
    };
    const answers = Object.assign({}, valueOf(state.answers.valueId), ...entered.map(valueOf)) as Answers;
    return { answers, filing, today: this.clock.today(), askedLines: askedLinesOf(state) };
  }
}

/** Whether a package lets an officer ask for money during the work. */
export function hasGrounds({ compiledFees }: Pick<PublishedProcedure, 'compiledFees'>): boolean {
  return (compiledFees?.grounds.length ?? 0) > 0;
}

function amountView(quote: GroundQuote): PaymentGroundView['amount'] {
  switch (quote.state) {
    case 'computed':
      return { kind: 'computed', amount: quote.amount, lines: quote.lines.map(lineView) };
    case 'counted':
      return { kind: 'counted', price: quote.price, unit: quote.unit, most: quote.most };
    case 'asserted':
      return { kind: 'asserted', document: quote.document, least: quote.least, most: quote.most };
    case 'closed':
      return { kind: 'closed', why: quote.why };
  }
}

/** A line as people read it; to which account it goes is nothing they need. */
export function lineView({ name, amount, explanation }: AskedLine): PaymentExplanation['lines'][number] {
  return { name, amount, explanation };
}
