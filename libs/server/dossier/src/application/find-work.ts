import { Injectable } from '@nestjs/common';
import type {
  getInbox,
  getInboxCounters,
  InboxItem,
  InputOf,
  Queue,
  ResponseOf,
  Role,
} from '@mocua/contract';
import { type DossierState, isPaymentOverdue } from '@mocua/engine/dossier';
import { PartyDirectory, UnitDirectory, type UnitTree } from '@mocua/server/identity';
import { type ActingAssignment, Clock, Database, type OfficerActor } from '@mocua/server/kernel';
import { AccessScope } from '@mocua/server/personal-data';
import { type PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import { agencyOf } from '../domain/policy';
import { assignmentOf } from './authorise';
import { decodePosition, encodePosition } from './cursor';

interface Row extends Record<string, unknown> {
  readonly state: DossierState;
  readonly sort_at: Date;
  readonly id: string;
  readonly node_id: string | null;
  readonly overdue_at: Date | null;
}

/** Work-lists of an assignment and their counters. Lists are ranges of an index; counters are sums of deltas. */
@Injectable()
export class FindWork {
  constructor(
    private readonly database: Database,
    private readonly units: UnitDirectory,
    private readonly parties: PartyDirectory,
    private readonly procedures: PublishedProcedures,
    private readonly clock: Clock,
    private readonly access: AccessScope,
  ) {}

  async page(actor: OfficerActor, { query }: InputOf<typeof getInbox>): Promise<ResponseOf<typeof getInbox>> {
    const assignment = assignmentOf(actor);
    const tree = await this.units.tree();
    const from = decodePosition(query.after);
    const rows =
      query.queue === 'recent'
        ? await this.recent(assignment, tree, from, query.limit + 1)
        : await this.queue(query.queue, assignment, tree, from, query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await this.items(shown),
      next:
        rows.length > query.limit && last
          ? encodePosition({ at: last.sort_at.toISOString(), id: last.id })
          : null,
    };
  }

  /** Exact numbers, overdue ones by the clock of this moment. */
  async counters(actor: OfficerActor): Promise<ResponseOf<typeof getInboxCounters>> {
    const assignment = assignmentOf(actor);
    const tree = await this.units.tree();
    const rows = await this.database.query<{
      queue: Exclude<Queue, 'recent'>;
      total: string;
      overdue: string;
    }>(
      `SELECT queue, sum(n) AS total, coalesce(sum(n) FILTER (WHERE overdue_at < $3), 0) AS overdue FROM (
         SELECT queue, overdue_at, total AS n FROM dossier.counters WHERE unit_id = $1 AND role = $2
         UNION ALL
         SELECT queue, overdue_at, delta AS n FROM dossier.counter_deltas WHERE unit_id = $1 AND role = $2
       ) counted GROUP BY queue`,
      [agencyOf(tree, assignment.unitId), assignment.role, this.clock.iso()],
      'work-counters',
    );
    const count = (queue: Queue): { total: number; overdue: number } => {
      const row = rows.find((each) => each.queue === queue);
      return { total: Number(row?.total ?? 0), overdue: Number(row?.overdue ?? 0) };
    };
    return {
      reception: count('reception'),
      tasks: count('tasks'),
      supplement: count('supplement'),
      return: count('return'),
    };
  }

  private queue(
    queue: Queue,
    assignment: ActingAssignment,
    tree: UnitTree,
    from: { at: string; id: string } | null,
    limit: number,
  ): Promise<Row[]> {
    const [dossierId, key] = (from?.id ?? '').split('/');
    return this.database.query<Row>(
      `SELECT d.state, i.sort_at, i.dossier_id || '/' || i.item_key AS id, i.node_id, i.overdue_at
         FROM dossier.work_items i JOIN dossier.dossiers d USING (dossier_id)
        WHERE i.unit_id = $1 AND i.queue = $2 AND i.role = $3 AND (i.sort_at, i.dossier_id, i.item_key) > ($4, $5, $6)
        ORDER BY i.sort_at, i.dossier_id, i.item_key LIMIT $7`,
      [
        agencyOf(tree, assignment.unitId),
        queue,
        assignment.role,
        from?.at ?? '-infinity',
        dossierId === undefined || dossierId === '' ? '00000000-0000-0000-0000-000000000000' : dossierId,
        key ?? '',
        limit,
      ],
      'work-page',
    );
  }

  /** Dossiers of the unit by last change. The same rule as `officerSees`, as a filter. */
  private recent(
    assignment: ActingAssignment,
    tree: UnitTree,
    from: { at: string; id: string } | null,
    limit: number,
  ): Promise<Row[]> {
    const { role } = assignment;
    const readsNone: readonly Role[] = [
      'unit-administrator',
      'system-administrator',
      'data-protection-officer',
    ];
    if (readsNone.includes(role)) return Promise.resolve([]);
    const inspects = role === 'inspector';
    const receives = role === 'one-stop-officer' || role === 'cashier';
    const units = inspects ? tree.descendants(assignment.unitId) : [agencyOf(tree, assignment.unitId)];
    const column = receives ? 'receiving_unit' : 'competent_unit';
    return this.database.query<Row>(
      `SELECT state, updated_at AS sort_at, dossier_id::text AS id, NULL AS node_id, NULL AS overdue_at FROM dossier.dossiers
        WHERE ${column} = ANY($1::uuid[]) AND (updated_at, dossier_id) < ($2, $3)
          ${receives || inspects ? '' : `AND state->>'receivedAt' IS NOT NULL`}
        ORDER BY updated_at DESC, dossier_id DESC LIMIT $4`,
      [units, from?.at ?? 'infinity', from?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limit],
    );
  }

  private async items(rows: readonly Row[]): Promise<InboxItem[]> {
    this.access.aboutEach(
      rows.map(({ state: { people, dossierId, code, transactionCode } }) => [
        people.owner,
        { dossierId, code: code ?? transactionCode },
      ]),
    );
    const names = await this.parties.displayNames(rows.map((row) => row.state.people.owner));
    const now = this.clock.now();
    return Promise.all(
      rows.map(async ({ state, sort_at, node_id, overdue_at }) => {
        const procedure = await this.procedures.version(state.procedure.code, state.procedure.version);
        return {
          dossierId: state.dossierId,
          code: state.code,
          transactionCode: state.transactionCode,
          procedure: { code: procedure.code, name: procedure.entry.name },
          ownerName: names.get(state.people.owner) ?? '',
          state: state.processing,
          taskName: node_id === null ? null : taskNameOf(procedure, node_id),
          sortAt: sort_at.toISOString(),
          receptionDueAt: state.reception?.dueAt ?? null,
          dueAt: state.due?.dueAt ?? null,
          submittedAt: state.submittedAt,
          overdue: overdue_at !== null && overdue_at < now,
          paymentOverdue: isPaymentOverdue(state),
        };
      }),
    );
  }
}

function taskNameOf(procedure: PublishedProcedure, nodeId: string): InboxItem['taskName'] {
  const node = procedure.process.nodes.find((each) => each.id === nodeId);
  return node?.kind === 'task' ? node.title : null;
}
