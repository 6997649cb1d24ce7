import type { DossierId, DueDerivation, SupplementId, TaskId, UnitId } from '@mocua/contract';
import type { ProcessState } from '@mocua/engine/process';
import type {
  AttachmentRef,
  Channel,
  DocumentKind,
  DossierTask,
  EventActor,
  Outcome,
  PaymentAsked,
  PaymentMethod,
  People,
  ReceiptNumber,
  ReceptionClock,
  SupplementItemRef,
  Units,
  ValueRef,
} from './state';

/** A document an event calls into being; it gets the sequence number of the event. */
export interface IssuedDocument {
  readonly kind: DocumentKind;
  readonly template: number;
}

/** Payloads by event type, in the newest schema version. Ids, codes, instants and digests only. */
export interface EventPayloads {
  'dossier-submitted': {
    readonly transactionCode: string;
    readonly draftId: string | null;
    readonly channel: Channel;
    readonly sourceSystem: string;
    readonly externalCodes: readonly string[];
    readonly procedure: { readonly code: string; readonly version: number; readonly hash: string };
    readonly people: People;
    readonly units: Units;
    readonly answers: ValueRef;
    readonly attachments: readonly AttachmentRef[];
    readonly reception: ReceptionClock;
    /** Facts the national index asks for, taken when they happened. */
    readonly facts: { readonly identityVerified: boolean; readonly reusedComponents: number };
    readonly parentId: DossierId | null;
    readonly documents: readonly IssuedDocument[];
  };
  'reception-alerted': { readonly dueAt: string };
  'dossier-received': {
    readonly code: string;
    readonly note: ValueRef | null;
    readonly documents: readonly IssuedDocument[];
  };
  'fee-assessed': {
    /** Integer đồng; 0 when everything was waived. */
    readonly amount: number;
    /** How much of it is lệ phí, the rest is phí; left out by older programs. */
    readonly charge?: number;
    readonly timing: 'before' | 'after';
    readonly explanation: ValueRef;
  };
  /** More has to be paid before the work goes on; what was assessed stays due beside it. */
  'payment-requested': {
    /** Integer đồng, on top of the assessed fee. */
    readonly amount: number;
    /** Ground, sums by line, document and reason, sealed. */
    readonly explanation: ValueRef;
    /** The paused clock; null where waiting for the payment does not pause it. */
    readonly due: DueDerivation | null;
    /** On what ground of the package, until when; left out by older programs. */
    readonly asked?: PaymentAsked;
  };
  /** The person was reminded some days before the last day to pay. */
  'payment-reminded': { readonly payBy: string };
  /** The last day to pay passed and it is not paid. Nothing follows from it: the dossier goes on waiting. */
  'payment-overdue': { readonly payBy: string };
  /** The agency took back what it had asked for last; nothing of it was paid. */
  'payment-request-revoked': {
    /** Integer đồng that are no longer asked for. */
    readonly amount: number;
    /** Why, sealed. */
    readonly reason: ValueRef;
    /** The clock that goes on, when it had stood still for the payment; its due date is the one of before. */
    readonly due: DueDerivation | null;
  };
  /** Money that arrived and was booked. */
  'payment-received': {
    readonly orderId: string;
    /** Integer đồng. */
    readonly amount: number;
    readonly method: PaymentMethod;
    readonly paidAt: string;
    readonly receipt: ReceiptNumber;
    /** The clock that goes on, when it had stood still for the payment. */
    readonly due: DueDerivation | null;
    /** A new reception clock when the filing waited for its payment. */
    readonly reception: ReceptionClock | null;
    readonly documents: readonly IssuedDocument[];
  };
  'payment-refunded': {
    readonly orderId: string;
    readonly refundId: string;
    /** Integer đồng. */
    readonly amount: number;
  };
  'dossier-transferred': { readonly from: UnitId; readonly to: UnitId };
  'clock-started': { readonly due: DueDerivation };
  /** A step of the process asked that the clock stands still; `ground` names the rule of the procedure. */
  'clock-paused': { readonly ground: string; readonly due: DueDerivation };
  'clock-resumed': { readonly due: DueDerivation };
  'process-started': { readonly process: ProcessState; readonly tasks: readonly DossierTask[] };
  'dossier-refused': { readonly reason: ValueRef; readonly documents: readonly IssuedDocument[] };
  'supplement-prepared': {
    readonly supplementId: SupplementId;
    readonly items: readonly SupplementItemRef[];
    readonly text: ValueRef;
  };
  'supplement-requested': {
    readonly supplementId: SupplementId;
    readonly stage: 'reception' | 'appraisal';
    readonly items: readonly SupplementItemRef[];
    readonly text: ValueRef;
    readonly answerBy: string;
    /** The paused clock; null before reception, and where the procedure has no time limit. */
    readonly due: DueDerivation | null;
    readonly documents: readonly IssuedDocument[];
  };
  'supplement-answered': {
    readonly supplementId: SupplementId;
    readonly answers: ValueRef;
    readonly attachments: readonly AttachmentRef[];
    /** A new reception clock when the answer came before reception. */
    readonly reception: ReceptionClock | null;
  };
  /** `due` is null when the procedure has no time limit. */
  'supplement-confirmed': { readonly supplementId: SupplementId; readonly due: DueDerivation | null };
  'supplement-insufficient': {
    readonly supplementId: SupplementId;
    readonly note: ValueRef | null;
    readonly answerBy: string;
  };
  'supplement-lapsed': { readonly supplementId: SupplementId };
  'answers-edited': { readonly answers: ValueRef; readonly due: DueDerivation | null };
  'dossier-withdrawn': { readonly reason: ValueRef };
  'task-completed': {
    readonly taskId: TaskId;
    readonly nodeId: string;
    readonly outcome: string;
    readonly values: ValueRef | null;
    readonly comment: ValueRef | null;
    readonly process: ProcessState;
    readonly tasks: readonly DossierTask[];
  };
  'dossier-completed': { readonly outcome: Outcome; readonly documents: readonly IssuedDocument[] };
  'result-returned': {
    readonly method: 'counter' | 'electronic' | 'post';
    readonly relation: 'owner' | 'submitter' | 'delegate';
    /** Name of the receiver and number of the postal item, sealed; for a followed parcel what stood on it. */
    readonly receiver: ValueRef;
  };
  /** The paper was handed to the post; `result-returned` follows when it arrived. */
  'result-posted': {
    readonly parcelId: string;
    /** The first parcel of a dossier is 1. */
    readonly number: number;
    readonly relation: 'owner' | 'submitter' | 'delegate';
    /** Name, telephone number and address, sealed. */
    readonly receiver: ValueRef;
  };
  'parcel-failed': {
    readonly parcelId: string;
    readonly why: 'refused' | 'not-delivered' | 'returned';
  };
  'parcel-recalled': { readonly parcelId: string };
}

export type EventType = keyof EventPayloads;

/** Schema version of each event type today. */
export const schemaVersions: Readonly<Record<EventType, number>> = {
  'dossier-submitted': 2,
  'reception-alerted': 1,
  'dossier-received': 1,
  'fee-assessed': 1,
  'payment-requested': 1,
  'payment-reminded': 1,
  'payment-overdue': 1,
  'payment-request-revoked': 1,
  'payment-received': 1,
  'payment-refunded': 1,
  'dossier-transferred': 1,
  'clock-started': 1,
  'clock-paused': 1,
  'clock-resumed': 1,
  'process-started': 1,
  'dossier-refused': 1,
  'supplement-prepared': 1,
  'supplement-requested': 1,
  'supplement-answered': 1,
  'supplement-confirmed': 1,
  'supplement-insufficient': 1,
  'supplement-lapsed': 1,
  'answers-edited': 1,
  'dossier-withdrawn': 1,
  'task-completed': 1,
  'dossier-completed': 1,
  'result-returned': 1,
  'result-posted': 1,
  'parcel-failed': 1,
  'parcel-recalled': 1,
};

/** An event as it is decided; sequence number, instant and actor come with it. */
export type DossierEvent = {
  [T in EventType]: {
    readonly dossierId: DossierId;
    readonly seq: number;
    readonly type: T;
    readonly schemaVersion: number;
    readonly occurredAt: string;
    readonly actor: EventActor;
    readonly payload: EventPayloads[T];
  };
}[EventType];

export type EventOf<T extends EventType> = Extract<DossierEvent, { type: T }>;

/** An event as it was stored, perhaps by an older program. */
export interface StoredEvent {
  readonly dossierId: string;
  readonly seq: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  readonly actor: unknown;
  readonly payload: unknown;
}
