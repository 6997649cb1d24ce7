export { readApprovedTemplates, type ApprovedTemplates } from './approved-templates';
export { Carriers, type CarriersConnection } from './carriers';
export { SignedReceipts } from './signed-receipts';
export type { ReceiptSecrets } from './signed-receipts';
