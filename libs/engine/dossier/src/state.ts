import { isVouchedFor, type PaperSource } from '@mocua/contract';
import type {
  AttachmentId,
  DocumentId,
  DossierId,
  DueDerivation,
  PartyId,
  ProcessingState,
  Role,
  SupplementId,
  TaskId,
  UnitId,
} from '@mocua/contract';
import type { ProcessState } from '@mocua/engine/process';

/** Reference to a value that lies encrypted under its subject's key; the digest covers the ciphertext. */
export interface ValueRef {
  readonly valueId: string;
  /** SHA-256 of the ciphertext, hex. */
  readonly digest: string;
}

export type FinanceState = 'none' | 'due' | 'paid' | 'refunded';
export type DeliveryState = 'none' | 'ready' | 'sent' | 'delivered' | 'failed';
/** How a dossier was filed. Which system it came through is its `sourceSystem`. */
export type Channel = 'online' | 'counter' | 'post' | 'kiosk';
/** `sent`: handed to the post; `refused`: the post would not take it; `recalled`: an officer holds the paper again. */
export type ParcelStanding = 'sent' | 'refused' | 'not-delivered' | 'returned' | 'recalled' | 'delivered';
export type Outcome = 'positive' | 'negative';
export type DocumentKind =
  'submission-receipt' | 'form-01' | 'form-02' | 'form-03' | 'result' | 'payment-receipt';
export type PaymentMethod = 'online' | 'cash';

/** Persons on a dossier, kept apart on purpose. Names are never here. */
export interface People {
  readonly submitter: PartyId;
  readonly owner: PartyId;
  /** On what ground the submitter files for the owner. */
  readonly ground: 'self' | 'guardian' | 'delegate' | 'organisation';
}

/** Three units: assisted at, received by, competent. */
export interface Units {
  readonly assistedAt: UnitId | null;
  readonly receiving: UnitId;
  readonly competent: UnitId;
}

export interface AttachmentRef {
  readonly attachmentId: AttachmentId;
  readonly componentCode: string;
  readonly mediaType: string;
  readonly size: number;
  /** SHA-256 of the file, hex; the file store finds it by this. */
  readonly sha256: string;
  readonly uploadedAt: string;
  /** File name, sealed: people write their names into it. */
  readonly name: ValueRef;
  /** Set for a paper that was taken from a data store. */
  readonly reused?: ReusedPaper;
}

/** Where an attachment was taken from, instead of being handed in again. */
export interface ReusedPaper {
  readonly paperId: string;
  readonly source: PaperSource;
  /** What it was taken for; the person reads it. */
  readonly purpose: 'filing';
}

/**
 * Whether an attachment spares the person a paper the state has: what they once uploaded themselves and nobody checked is
 * not reuse in the sense of the national index.
 */
export function countsAsReused({ reused }: Pick<AttachmentRef, 'reused'>): boolean {
  return reused !== undefined && isVouchedFor(reused.source);
}

export interface SupplementItemRef {
  readonly kind: 'field' | 'component';
  readonly ref: string;
}

export interface Supplement {
  readonly supplementId: SupplementId;
  readonly stage: 'reception' | 'appraisal';
  readonly state: 'prepared' | 'sent' | 'answered' | 'confirmed' | 'lapsed';
  readonly items: readonly SupplementItemRef[];
  /** Reason, ground and instructions, sealed. */
  readonly text: ValueRef;
  readonly requestedAt: string;
  readonly answerBy: string | null;
  readonly answeredAt: string | null;
}

export interface DossierTask {
  readonly taskId: TaskId;
  /** Key of the open task in the process state. */
  readonly key: string;
  readonly nodeId: string;
  readonly role: Role;
  readonly unitId: UnitId;
  readonly openedAt: string;
}

/** A printed form or result that an event called into being; rendered from the events and sealed values alone. */
export interface DocumentRef {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  /** Version of the print template. */
  readonly template: number;
  readonly seq: number;
  readonly issuedAt: string;
}

export interface ReceptionClock {
  readonly startedAt: string;
  readonly dueAt: string;
  readonly alertAt: string;
  /** Set when nobody had answered at `alertAt`. */
  readonly alertedAt: string | null;
}

/** The assessed fee. Its explanation is sealed: a waiver says something about a person. */
export interface Fee {
  /** Integer đồng. */
  readonly amount: number;
  /** How much of it is lệ phí. */
  readonly charge: number;
  readonly timing: 'before' | 'after';
  readonly explanation: ValueRef;
  readonly assessedAt: string;
}

/** Number of a receipt: it restarts with each year of a symbol. */
export interface ReceiptNumber {
  readonly symbol: string;
  readonly year: number;
  readonly number: number;
}

/** A payment that was booked for the dossier. */
export interface Payment {
  readonly orderId: string;
  /** Integer đồng. */
  readonly amount: number;
  readonly method: PaymentMethod;
  readonly paidAt: string;
  readonly receipt: ReceiptNumber;
  /** When all of it had gone back. */
  readonly refundedAt: string | null;
  /** Parts of it that went back, while they were not all of it; absent when there was none. */
  readonly returned?: readonly ReturnedPart[];
}
/** A part of a payment that went back. */
export interface ReturnedPart {
  readonly refundId: string;
  /** Integer đồng. */
  readonly amount: number;
}

/** On what money was asked for during the work. */
export interface PaymentAsked {
  /** Code of the ground in the package. */
  readonly ground: string;
  /** How much of the amount is lệ phí, in integer đồng. */
  readonly charge: number;
  /** Lines of the fee schedule that are paid with it. */
  readonly lines: readonly string[];
  readonly payer: 'owner' | 'submitter';
  /** Last day to pay, `YYYY-MM-DD` in Vietnam. */
  readonly payBy: string;
  /** Agency that asked; left out by older programs, when it was the competent one. */
  readonly unit?: UnitId;
}
/** A request for money during the work. */
export interface PaymentRequest extends PaymentAsked {
  /** Integer đồng. */
  readonly amount: number;
  readonly explanation: ValueRef;
  readonly requestedAt: string;
  /** When the person was reminded of the last day, and when that day was noted as passed; it closes nothing. */
  readonly remindedAt?: string;
  readonly overdueAt?: string;
  /** Set when the agency took it back before anything of it was paid; nothing is owed for it any more. */
  readonly revoked?: { readonly at: string; readonly reason: ValueRef };
}

/** What was asked for beyond the assessed fee, and what came in. */
export interface Money {
  /** Sequence number of the event that last changed what is owed; an order pays what was owed then. */
  readonly owedSince: number;
  /** Integer đồng asked for on top of the fee. */
  readonly requested: number;
  /** Why, sealed; the latest request. */
  readonly request: ValueRef | null;
  /** Every request that named its ground; absent when there was none. */
  readonly requests?: readonly PaymentRequest[];
  readonly payments: readonly Payment[];
}

/** A paper result on its way by post. */
export interface Parcel {
  readonly parcelId: string;
  /** The first one of a dossier is 1. */
  readonly number: number;
  /** Name, telephone number and address, sealed. */
  readonly receiver: ValueRef;
  readonly relation: 'owner' | 'submitter' | 'delegate';
  readonly standing: ParcelStanding;
  readonly postedAt: string;
  readonly changedAt: string;
}

/** A dossier as the fold of its events. */
export interface DossierState {
  readonly dossierId: DossierId;
  /** Sequence number of the last event. */
  readonly version: number;
  readonly processing: ProcessingState;
  readonly finance: FinanceState;
  /** What the dossier costs, once it was assessed. States stored before there were fees do not know it. */
  readonly fee?: Fee | null;
  /** Absent before anything was owed, and in states stored before there were payments. */
  readonly money?: Money;
  readonly delivery: DeliveryState;
  /** The latest parcel; absent as long as nothing was given to the post. */
  readonly parcel?: Parcel;
  readonly outcome: Outcome | null;
  /** Why an ended dossier ended other than by a result. */
  readonly endReason: 'refused' | 'withdrawn' | 'no-supplement' | null;
  readonly channel: Channel;
  readonly sourceSystem: string;
  readonly externalCodes: readonly string[];
  readonly transactionCode: string;
  readonly code: string | null;
  readonly procedure: { readonly code: string; readonly version: number; readonly hash: string };
  readonly people: People;
  readonly units: Units;
  readonly answers: ValueRef;
  readonly attachments: readonly AttachmentRef[];
  readonly submittedAt: string;
  readonly reception: ReceptionClock | null;
  readonly receivedAt: string | null;
  readonly due: DueDerivation | null;
  readonly completedAt: string | null;
  readonly returnedAt: string | null;
  readonly endedAt: string | null;
  readonly supplements: readonly Supplement[];
  readonly process: ProcessState | null;
  readonly tasks: readonly DossierTask[];
  /** Latest values an officer entered, by task node. */
  readonly taskValues: Readonly<Record<string, ValueRef>>;
  /** Who completed which node last, for the signature block of the result. */
  readonly completedBy: Readonly<Record<string, EventActor>>;
  readonly documents: readonly DocumentRef[];
  readonly parentId: DossierId | null;
}

/** Who caused an event. Ids only. */
export type EventActor =
  | { readonly kind: 'applicant'; readonly partyId: PartyId }
  | {
      readonly kind: 'officer';
      readonly partyId: PartyId;
      readonly assignmentId: string;
      readonly unitId: UnitId;
      readonly role: Role;
    }
  | { readonly kind: 'system'; readonly job: string };

/** Open in the sense of the law: the decision has not been made and nothing has ended it. */
export function isOpen(state: DossierState): boolean {
  return [
    'submitted',
    'pre-supplement',
    'received',
    'transferring',
    'processing',
    'awaiting-supplement',
    'awaiting-payment',
  ].includes(state.processing);
}

/** The supplement request that is not settled yet, if any. Whatever ends a dossier settles its request too. */
export function openSupplement(state: DossierState): Supplement | null {
  if (!isOpen(state)) return null;
  return (
    state.supplements.find((request) => request.state !== 'confirmed' && request.state !== 'lapsed') ?? null
  );
}
