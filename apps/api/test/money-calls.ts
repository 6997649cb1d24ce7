import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@mocua/contract';
import { demoUnitId } from '@mocua/server/identity';
import type { Owned } from './access-objects';
import type { CallInput } from './api-harness';

/** How officers ask for what concerns fees and the cash desk. */
export const moneyCalls: Readonly<Record<string, (owned: Owned) => CallInput<Endpoint>>> = {
  getDossierPayments: ({ dossier }) => ({ params: dossier }),
  listPaymentGrounds: ({ dossier }) => ({ params: dossier }),
  requestPayment: ({ dossier }) => ({
    params: dossier,
    body: { version: 999, ground: 'more-copies', amount: 5_000, reason: 'Theo thông báo.' },
  }),
  revokePaymentRequest: ({ dossier }) => ({
    params: dossier,
    body: { version: 999, reason: 'Yêu cầu nhầm.' },
  }),
  requestRefund: ({ dossier }) => ({
    params: dossier,
    body: { orderId: randomUUID(), reason: 'Hồ sơ đã rút.' },
  }),
  getCashDesk: () => ({}),
  findCashDue: ({ dossier }) => ({ query: { code: dossier.transactionCode } }),
  takeCash: ({ dossier }) => ({ body: { dossierId: dossier.dossierId, amount: 5_000 } }),
  closeCashDesk: () => ({ body: { counted: 0, note: '' } }),
  listDeskReturns: () => ({}),
  listHandOvers: () => ({}),
  receiveHandOver: () => ({
    params: { handOverId: randomUUID() },
    body: { counted: 1_000, reason: '' },
  }),
  resolveHandOver: () => ({
    params: { handOverId: randomUUID() },
    body: { kind: 'booked', note: 'Đã rõ.' },
  }),
  listCashDays: () => ({}),
  listCashDeskRules: () => ({}),
  setCashDesk: () => ({
    body: { unitId: demoUnitId('pu-linh-centre'), kind: 'own', from: '2099-01-01', basis: 'Quyết định mẫu' },
  }),
  listUnmatched: () => ({}),
  resolveUnmatched: () => ({
    params: { unmatchedId: randomUUID() },
    body: { resolution: 'explained', note: 'Đã rõ.' },
  }),
  listReconciliations: () => ({}),
};
