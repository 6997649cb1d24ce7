import type { INestApplicationContext } from '@nestjs/common';
import { DepositPapers, KeepArrivals, NoteArrivals, StoredPaperReferences } from '@mocua/server/data-store';
import { FollowParcels, PostRelayHandler } from '@mocua/server/delivery';
import { SettleSubmissions, SubmitDraft, SubmittedFileReferences } from '@mocua/server/document-management';
import { FileIndex, FileStore, PrintedDocumentReferences, SweepFiles } from '@mocua/server/document';
import {
  FoldCounters,
  ProcessingTimeProjection,
  PurgeDrafts,
  RunTimers,
  SealCheckpoint,
  UploadReferences,
} from '@mocua/server/dossier';
import {
  follow,
  idempotencyRetentionDays,
  type KernelParts,
  type OutboxChunkHandler,
  OutboxRelay,
} from '@mocua/server/kernel';
import { Reconcile, TellPortal } from '@mocua/server/national-portal';
import { NotificationRelayHandler, SendDue } from '@mocua/server/notification';
import {
  ChaseOrders,
  DossierRelayHandler,
  ReconcileDay,
  RefundRelayHandler,
  ReturnOverpaid,
} from '@mocua/server/payment';
import {
  AccessScope,
  type AccessToOpen,
  CutReadings,
  type ReaderName,
  readerNames,
} from '@mocua/server/personal-data';
import { AgencyEvents, RunWebhooks } from '@mocua/server/provider';
import { ChaseSignatures, NoteDecisions, SendToSign, SignedPapers } from '@mocua/server/signing';
import {
  CountDossiers,
  FeedProvince,
  monthBefore,
  monthOf,
  PrepareReport,
  SendReports,
} from '@mocua/server/reporting';
import { SectorFileReferences, SectorRelays, SettleSteps } from '@mocua/server/sector';
import type { Loop } from './loops';

/** As whom and why a duty reads personal data; people find it among the readings of theirs. */
const readers: Readonly<Record<string, readonly [name: ReaderName, purpose: AccessToOpen['purpose']]>> = {
  timers: ['deadlines', 'deadline-keeping'],
  notifications: ['notices', 'notification'],
  messages: ['notices', 'notification'],
  'national-portal': ['nationalPortal', 'synchronisation'],
  payments: ['money', 'payment'],
  refunds: ['money', 'payment'],
  overpaid: ['money', 'payment'],
  'national-store': ['nationalStore', 'synchronisation'],
  'stored-papers': ['ownStore', 'store-keeping'],
  post: ['post', 'result-return'],
  parcels: ['post', 'result-return'],
  'to-be-signed': ['signing', 'document-printing'],
  signatures: ['signing', 'document-printing'],
  'lost-callbacks': ['money', 'payment'],
  'outgoing-documents': ['documents', 'synchronisation'],
  'issued-documents': ['documents', 'synchronisation'],
  'sector-systems': ['sectorSystems', 'synchronisation'],
  'sector-steps': ['sectorSystems', 'synchronisation'],
};

const minute = 60_000;
const hour = 60 * minute;

/** Everything the worker does, with its pace. */
export function dutiesOf(app: INestApplicationContext, parts: KernelParts): Loop[] {
  const { database, clock } = parts;
  const projection = app.get(ProcessingTimeProjection);
  const notices = app.get(NotificationRelayHandler);
  const duties: Loop[] = [
    { name: 'timers', everyMs: 1000, round: () => app.get(RunTimers).runDue() },
    { name: 'notifications', everyMs: 500, round: () => app.get(OutboxRelay).deliverBatch(notices) },
    { name: 'messages', everyMs: 500, round: () => app.get(SendDue).round() },
    {
      name: 'national-portal',
      everyMs: 500,
      round: () => app.get(OutboxRelay).deliverChunks(app.get(TellPortal)),
    },
    {
      name: 'payments',
      everyMs: 300,
      round: () => app.get(OutboxRelay).deliverBatch(app.get(DossierRelayHandler)),
    },
    ...refundDuties(app),
    ...postDuties(app),
    ...sectorDuties(app),
    ...documentDuties(app),
    ...signingDuties(app, parts),
    inTurn('payment-reconciliation', 10 * minute, () => app.get(ReconcileDay).whenDue()),
    { name: 'counters', everyMs: 1000, round: () => app.get(FoldCounters).execute() },
    { name: 'processing-times', everyMs: 2000, round: () => follow(database, projection) },
    { name: 'agency-events', everyMs: 1000, round: () => follow(database, app.get(AgencyEvents)) },
    { name: 'webhooks', everyMs: 1000, round: () => app.get(RunWebhooks).round() },
    { name: 'ended-dossiers', everyMs: 1000, round: () => follow(database, app.get(NoteArrivals)) },
    { name: 'stored-papers', everyMs: 1000, round: () => app.get(KeepArrivals).round() },
    deposits(app),
    ...reportDuties(app, parts),
    inTurn('old-webhooks', hour, () => app.get(RunWebhooks).tidy()),
    inTurn('checkpoints', minute, () => app.get(SealCheckpoint).execute()),
    // Not at the start: what was done while the worker was down is still on its way then.
    everyDay('reconciliation', () => app.get(Reconcile).execute()),
    everyDay('old-readings', () => app.get(CutReadings).execute()),
    inTurn('orphaned-files', hour, () => sweepFiles(app, parts)),
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
  return duties.map((duty) => attended(duty, app.get(AccessScope)));
}

/** Tells the national store of results. */
function deposits(app: INestApplicationContext): Loop {
  const round = () => app.get(OutboxRelay).deliverChunks(app.get(DepositPapers));
  return { name: 'national-store', everyMs: 1000, round };
}

/** What is counted of dossiers, and who is told; a report is made by itself, but it goes only when somebody lets it. */
function reportDuties(app: INestApplicationContext, { database, clock }: KernelParts): Loop[] {
  const told = (name: string, handler: OutboxChunkHandler): Loop => ({
    ...{ name, everyMs: 2000, round: () => app.get(OutboxRelay).deliverChunks(handler) },
  });
  return [
    { name: 'report-counters', everyMs: 2000, round: () => follow(database, app.get(CountDossiers)) },
    told('province-store', app.get(FeedProvince)),
    told('government-reports', app.get(SendReports)),
    inTurn('monthly-report', hour, () => app.get(PrepareReport).execute(monthBefore(monthOf(clock.iso())))),
  ];
}

/** Money that goes back, and money nobody told of. */
function refundDuties(app: INestApplicationContext): Loop[] {
  return [
    {
      name: 'refunds',
      everyMs: 1000,
      round: () => app.get(OutboxRelay).deliverBatch(app.get(RefundRelayHandler)),
    },
    {
      name: 'overpaid',
      everyMs: 1000,
      round: () => app.get(OutboxRelay).deliverBatch(app.get(ReturnOverpaid)),
    },
    { name: 'lost-callbacks', everyMs: 2000, round: () => app.get(ChaseOrders).execute() },
  ];
}

/** Parcels that leave, and where they are. */
function postDuties(app: INestApplicationContext): Loop[] {
  return [
    {
      name: 'post',
      everyMs: 500,
      round: () => app.get(OutboxRelay).deliverChunks(app.get(PostRelayHandler)),
    },
    { name: 'parcels', everyMs: 2000, round: () => app.get(FollowParcels).execute() },
  ];
}

/** From a decision to the signature of its leader. */
function signingDuties(app: INestApplicationContext, { database }: KernelParts): Loop[] {
  return [
    { name: 'decisions-to-sign', everyMs: 500, round: () => follow(database, app.get(NoteDecisions)) },
    {
      name: 'to-be-signed',
      everyMs: 500,
      round: () => app.get(OutboxRelay).deliverChunks(app.get(SendToSign)),
    },
    { name: 'signatures', everyMs: 500, round: () => app.get(ChaseSignatures).round() },
  ];
}

/** Removes files that nothing refers to any more. */
function sweepFiles(app: INestApplicationContext, { database, clock }: KernelParts): Promise<unknown> {
  const references = [
    app.get(UploadReferences),
    app.get(StoredPaperReferences),
    app.get(SignedPapers),
    app.get(SectorFileReferences),
    app.get(SubmittedFileReferences),
    new PrintedDocumentReferences(database),
  ];
  // An hour leaves room for a slow upload and the form around it.
  const before = new Date(clock.now().getTime() - hour);
  return new SweepFiles(app.get(FileStore), app.get(FileIndex), references).execute(before);
}

/** One for each sector system that is connected, and one for what all of them told. */
function sectorDuties(app: INestApplicationContext): Loop[] {
  const relays = app.get(SectorRelays).all.map((relay) => ({
    name: 'sector-systems',
    everyMs: 500,
    round: () => app.get(OutboxRelay).deliverChunks(relay),
  }));
  return [...relays, { name: 'sector-steps', everyMs: 500, round: () => app.get(SettleSteps).round() }];
}

/** Drafts that leave to be signed, numbered and issued, and what came of them. */
function documentDuties(app: INestApplicationContext): Loop[] {
  const submit = () => app.get(OutboxRelay).deliverChunks(app.get(SubmitDraft));
  return [
    { name: 'outgoing-documents', everyMs: 500, round: submit },
    { name: 'issued-documents', everyMs: 500, round: () => app.get(SettleSubmissions).round() },
  ];
}

/** Whatever a round reads is read by this duty. */
function attended(duty: Loop, scope: AccessScope): Loop {
  const [name, purpose] = readers[duty.name] ?? ['system', 'maintenance'];
  const reader = { kind: 'system', id: duty.name, label: readerNames[name].vi } as const;
  return { ...duty, round: () => scope.run({ reader, purpose }, () => duty.round()) };
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
