import { randomBytes } from 'node:crypto';
import type { DossierId, OrderId, UnitId } from '@mocua/contract';

/** How long an order can be paid before another one has to be made out; a setting of ours, not of the law. */
export const orderLifetimeHours = 24;

/** One wish to pay what a dossier owed at one time. */
export interface Order {
  readonly orderId: OrderId;
  readonly reference: string;
  readonly dossierId: DossierId;
  readonly dossierCode: string;
  readonly procedureCode: string;
  /** What it pays: see `DossierDue.owedSince`. */
  readonly owedSince: number;
  readonly unitId: UnitId;
  readonly method: 'online' | 'cash';
  /** Integer đồng. */
  readonly charge: number;
  readonly fee: number;
  readonly amount: number;
  readonly state: 'open' | 'settled' | 'expired' | 'cancelled';
  readonly payUrl: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Reference of a new order: eighteen characters, unlikely enough that nobody guesses one. */
export function newReference(): string {
  return `MC${[...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('')}`;
}

/** Symbol of the series of receipts of an agency in a year. */
export function receiptSymbol(agency: string, year: number): string {
  return `${agency}/${String(year % 100).padStart(2, '0')}E`;
}

/** A receipt as people read it: `H99.01.02/26E-00000042`. */
export function receiptText(receipt: { readonly symbol: string; readonly number: number }): string {
  return `${receipt.symbol}-${String(receipt.number).padStart(8, '0')}`;
}
