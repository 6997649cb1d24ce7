import { Injectable } from '@nestjs/common';
import type { InputOf, requestSupplement, SupplementId, SupplementItem } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { Clock, type IdempotencyRequest, newId, type OfficerActor, problem } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import type { PublishedProcedure } from '@mocua/server/procedure';
import { mayDo } from '../domain/policy';
import { assignmentOf, requireOfficer } from './authorise';
import { CommandRunner } from './command-runner';

/** Sealed text of a supplement request. */
export interface SupplementText {
  readonly reason: string;
  readonly ground: string | null;
  /** By `kind:ref`. */
  readonly instructions: Readonly<Record<string, string>>;
}

/** Asks for a supplement before reception, or prepares one during appraisal for the one-stop to send. */
@Injectable()
export class RequestSupplement {
  constructor(
    private readonly commands: CommandRunner,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof requestSupplement>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireOfficer(actor, 'read'),
      prepare: async ({ state, procedure }) => {
        const action = state.processing === 'submitted' ? 'request-supplement' : 'prepare-supplement';
        if (!mayDo(assignmentOf(actor), action)) throw problem('session.forbidden');
        requireKnownItems(procedure, body.items);
        const instructions = Object.fromEntries(
          body.items.map((item) => [`${item.kind}:${item.ref}`, item.instruction]),
        );
        const text = { reason: body.reason, ground: body.ground ?? null, instructions };
        const sealed = await this.vault.seal(state.people.owner, 'supplement', text);
        return {
          command: {
            type: 'request-supplement',
            supplementId: newId<SupplementId>(this.clock.now()),
            items: body.items.map(({ kind, ref }) => ({ kind, ref })),
            text: { valueId: sealed.valueId, digest: sealed.digest },
            hasGround: body.ground !== undefined && body.ground !== '',
          },
          sealed: [sealed],
        };
      },
    });
  }
}

/** Only what the form and the list of components know can be asked for. */
function requireKnownItems(procedure: PublishedProcedure, items: readonly SupplementItem[]): void {
  const fields = new Set(
    procedure.form.pages.flatMap((page) =>
      page.sections.flatMap((section) => [section.id, ...section.fields.map((field) => field.id)]),
    ),
  );
  const components = new Set(procedure.components.map((component) => component.code));
  const unknown = items.findIndex((item) => !(item.kind === 'field' ? fields : components).has(item.ref));
  if (unknown >= 0)
    throw problem('supplement.unknown-item', {}, [
      { path: `items/${unknown}/ref`, code: 'unknown', message: '' },
    ]);
}
