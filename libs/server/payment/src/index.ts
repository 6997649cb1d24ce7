export { PaymentModule } from './payment.module';
export { Dues, PaymentPlatform } from './ports';
export type {
  OrderAnswer,
  PlatformMovement,
  PlatformOrder,
  PlatformPayment,
  RefundOrder,
  WireMessage,
} from './ports';
export { ChaseOrders } from './application/chase-orders';
export { DossierRelayHandler } from './application/dossier-relay-handler';
export { ReconcileDay } from './application/reconcile-day';
export { RefundRelayHandler } from './application/refund-relay-handler';
export { SeedCashDesks } from './application/seed-cash-desks';
export { ReturnOverpaid } from './application/return-overpaid';
export {
  toDossier as dossierPaymentDestination,
  toPlatform as refundDestination,
} from './application/money-effects';
