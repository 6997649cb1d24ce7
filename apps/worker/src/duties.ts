import type { INestApplicationContext } from '@nestjs/common';
import { FileIndex, FileStore, PrintedDocumentReferences, SweepFiles } from '@mocua/server/document';
import {
  FoldCounters,
  ProcessingTimeProjection,
  PurgeDrafts,
  RunTimers,
  SealCheckpoint,
  UploadReferences,
} from '@mocua/server/dossier';
import { follow, idempotencyRetentionDays, type KernelParts, OutboxRelay } from '@mocua/server/kernel';
import { Reconcile, TellPortal } from '@mocua/server/national-portal';
import { NotificationRelayHandler } from '@mocua/server/notification';
import { ChaseOrders, DossierRelayHandler, ReconcileDay, RefundRelayHandler } from '@mocua/server/payment';
import { AccessScope } from '@mocua/server/personal-data';
import { AgencyEvents, RunWebhooks } from '@mocua/server/provider';
import type { Loop } from './loops';

/** As whom the timers read answers and claims; people find it among the readings of their data. */
const keeper = { kind: 'system', id: 'timers', label: 'Hệ thống theo dõi thời hạn' } as const;

/** As whom payments reach dossiers; the answers may decide how a dossier goes on. */
const collector = { kind: 'system', id: 'payments', label: 'Hệ thống thu phí, lệ phí' } as const;

const minute = 60_000;
const hour = 60 * minute;

/** Everything the worker does, with its pace. */
export function dutiesOf(app: INestApplicationContext, parts: KernelParts): Loop[] {
  const { database, clock } = parts;
  const projection = app.get(ProcessingTimeProjection);
  const notices = app.get(NotificationRelayHandler);
  return [
    {
      name: 'timers',
      everyMs: 1000,
      round: () =>
        app
          .get(AccessScope)
          .run({ reader: keeper, purpose: 'deadline-keeping' }, () => app.get(RunTimers).runDue()),
    },
    { name: 'notifications', everyMs: 500, round: () => app.get(OutboxRelay).deliverBatch(notices) },
    {
      name: 'national-portal',
      everyMs: 500,
      round: () => app.get(OutboxRelay).deliverChunks(app.get(TellPortal)),
    },
    {
      name: 'payments',
      everyMs: 300,
      round: () => {
        const tell = app.get(DossierRelayHandler);
        const scope = { reader: collector, purpose: 'payment' } as const;
        return app.get(AccessScope).run(scope, () => app.get(OutboxRelay).deliverBatch(tell));
      },
    },
    {
      name: 'refunds',
      everyMs: 1000,
      round: () => app.get(OutboxRelay).deliverBatch(app.get(RefundRelayHandler)),
    },
    { name: 'lost-callbacks', everyMs: 2000, round: () => app.get(ChaseOrders).execute() },
    inTurn('payment-reconciliation', 10 * minute, () => app.get(ReconcileDay).whenDue()),
    { name: 'counters', everyMs: 1000, round: () => app.get(FoldCounters).execute() },
    { name: 'processing-times', everyMs: 2000, round: () => follow(database, projection) },
    { name: 'agency-events', everyMs: 1000, round: () => follow(database, app.get(AgencyEvents)) },
    { name: 'webhooks', everyMs: 1000, round: () => app.get(RunWebhooks).round() },
    inTurn('old-webhooks', hour, () => app.get(RunWebhooks).tidy()),
    inTurn('checkpoints', minute, () => app.get(SealCheckpoint).execute()),
    // Not at the start: what was done while the worker was down is still on its way then.
    everyDay('reconciliation', () => app.get(Reconcile).execute()),
    inTurn('orphaned-files', hour, () => {
      const references = [app.get(UploadReferences), new PrintedDocumentReferences(database)];
      // An hour leaves room for a slow upload and the form around it.
      const before = new Date(clock.now().getTime() - hour);
      return new SweepFiles(app.get(FileStore), app.get(FileIndex), references).execute(before);
    }),
    inTurn('spent-drafts', hour, async () => {
      while ((await app.get(PurgeDrafts).execute()) > 0);
    }),
    inTurn('old-idempotency-keys', hour, () =>
      database.query(
        `DELETE FROM kernel.idempotency_keys WHERE created_at < $1::timestamptz - make_interval(days => $2)`,
        [clock.iso(), idempotencyRetentionDays],
      ),
    ),
  ];
}

/** A duty that is due an hour after the start, and then each day. */
function everyDay(name: string, work: () => Promise<unknown>): Loop {
  let hours = -1;
  return inTurn(name, hour, () => {
    hours += 1;
    return hours % 24 === 1 ? work() : Promise.resolve();
  });
}

/** A duty that is due again only after its pause, however much it did. */
function inTurn(name: string, everyMs: number, work: () => Promise<unknown>): Loop {
  return { name, everyMs, round: () => work().then(() => 0) };
}
