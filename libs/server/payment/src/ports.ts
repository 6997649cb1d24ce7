import type { DossierId, LocalizedText } from '@mocua/contract';
import type { DossierDue } from '@mocua/server/dossier';

/** An order as it is opened at the platform. No name and no number of a person is told. */
export interface PlatformOrder {
  readonly reference: string;
  /** Integer đồng. */
  readonly charge: number;
  readonly fee: number;
  readonly dossierCode: string;
  readonly procedure: { readonly code: string; readonly name: LocalizedText };
  readonly agency: string;
  readonly unitName: string;
  /** Page the person comes back to; it settles nothing. */
  readonly returnUrl: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Money that a person paid at the platform. */
export interface PlatformPayment {
  readonly transactionId: string;
  readonly reference: string;
  /** Integer đồng. */
  readonly amount: number;
  /** ISO instant. */
  readonly paidAt: string;
}

export interface PlatformMovement extends PlatformPayment {
  readonly kind: 'payment' | 'refund';
}

export interface RefundOrder {
  /** The same for every attempt; the platform gives back once. */
  readonly refundId: string;
  readonly transactionId: string;
  readonly amount: number;
}

/** What a question about an order is answered with. */
export interface OrderAnswer {
  readonly reference: string;
  readonly amount: number;
  readonly charge: number;
  readonly fee: number;
  readonly dossierCode: string;
  readonly isOpen: boolean;
}

/** A message of the platform in its own words; only the adapter reads and writes it. */
export type WireMessage = Readonly<Record<string, unknown>>;

/** The payment platform. Every method that asks it throws when it does not answer as it should. */
export abstract class PaymentPlatform {
  /** Opening the same reference again answers the same page. */
  abstract open(order: PlatformOrder): Promise<{ readonly payUrl: string }>;
  /** Everything that was paid under a reference. */
  abstract paymentsOf(reference: string): Promise<readonly PlatformPayment[]>;
  abstract refund(order: RefundOrder): Promise<{ readonly transactionId: string; readonly at: string }>;
  /** Every movement of a day in Vietnam (`YYYY-MM-DD`). */
  abstract statement(day: string): Promise<readonly PlatformMovement[]>;
  /** The payment a message tells of; null when its signature is not the platform's. */
  abstract readCallback(message: WireMessage): PlatformPayment | null;
  abstract answerCallback(message: WireMessage, taken: boolean): WireMessage;
  /** The reference a message asks about; null when its signature is not the platform's. */
  abstract readLookUp(message: WireMessage): string | null;
  abstract answerLookUp(message: WireMessage, order: OrderAnswer | null): WireMessage;
}

/** What dossiers owe, for the system. */
export abstract class Dues {
  abstract of(dossierId: DossierId): Promise<DossierDue>;
}
