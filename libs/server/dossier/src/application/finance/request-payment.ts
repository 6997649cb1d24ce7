import { Injectable } from '@nestjs/common';
import type { BodyOf, InputOf, requestPayment } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { type Asked, askOnGround } from '@mocua/engine/fees';
import { type IdempotencyRequest, localDate, type OfficerActor, problem } from '@mocua/server/kernel';
import { type SealableJson, SubjectVault } from '@mocua/server/personal-data';
import type { PublishedProcedure } from '@mocua/server/procedure';
import { agencyOf } from '../../domain/policy';
import { assignmentOf, requireOfficer } from '../authorise';
import { type CommandContext, CommandRunner, type PreparedCommand } from '../command-runner';
import { hasGrounds, lineView, type PaymentExplanation, PaymentGrounds } from './payment-grounds';

type Body = BodyOf<typeof requestPayment>;
type Ground = NonNullable<PublishedProcedure['compiledFees']>['grounds'][number];

/** Asks for money that only the work itself showed to be due, on a ground of the package; the dossier waits until it is paid. */
@Injectable()
export class RequestPayment {
  constructor(
    private readonly commands: CommandRunner,
    private readonly grounds: PaymentGrounds,
    private readonly vault: SubjectVault,
  ) {}

  /**
   * @throws Problem `payment.no-grounds`, `payment.ground-closed`, `payment.document-needed`, `payment.asked-otherwise`, and
   * what the decision refuses with
   */
  execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof requestPayment>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireOfficer(actor, 'request-payment'),
      prepare: (context) => this.prepare(actor, context, body),
    });
  }

  private async prepare(
    actor: OfficerActor,
    { state, procedure, tree, now }: CommandContext,
    body: Body,
  ): Promise<PreparedCommand> {
    const { compiledFees } = procedure;
    if (!compiledFees || !hasGrounds(procedure)) throw problem('payment.no-grounds');
    const ground = compiledFees.grounds.find(({ definition }) => definition.code === body.ground);
    if (!ground) throw problem('payment.ground-closed');
    const facts = await this.grounds.factsOf(state);
    const asked = askOnGround(compiledFees, ground, facts, {
      count: body.count ?? null,
      asserted: body.document ? { amount: body.amount, ...body.document } : null,
    });
    if (!asked.ok) throw refusalOf(asked.why);
    if (asked.amount !== body.amount) throw problem('payment.asked-otherwise');
    const explanation = explain(ground, asked, body) as unknown as SealableJson;
    const sealed = await this.vault.seal(state.people.owner, 'payment-request', explanation);
    const { code, payer, payWithinDays } = ground.definition;
    return {
      command: {
        type: 'request-payment',
        amount: asked.amount,
        explanation: { valueId: sealed.valueId, digest: sealed.digest },
        asked: {
          ground: code,
          charge: asked.charge,
          lines: asked.settles,
          payer,
          payBy: daysAfter(localDate(new Date(now)), payWithinDays),
          unit: agencyOf(tree, assignmentOf(actor).unitId),
        },
      },
      sealed: [sealed],
    };
  }
}

function refusalOf(why: Extract<Asked, { ok: false }>['why']) {
  switch (why) {
    case 'document':
      return problem('payment.document-needed');
    case 'count':
    case 'amount':
      return problem('payment.asked-otherwise');
    default:
      return problem('payment.ground-closed');
  }
}

function explain(
  { definition }: Ground,
  { lines }: Extract<Asked, { ok: true }>,
  { document, reason }: Body,
): PaymentExplanation {
  const { amount, name, source } = definition;
  return {
    name,
    lines: lines.map(lineView),
    document: amount.kind === 'asserted' && document ? { name: amount.document, ...document } : null,
    reason,
    basis: source.citation,
  };
}

/** The day so many days later; both are days, not instants, so no time zone comes in. */
function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
