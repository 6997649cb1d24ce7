export { HttpMessageSender } from './http-message-sender';
export type { SenderOptions } from './http-message-sender';
export { SignedReceipts } from './signed-receipts';
export type { ReceiptSecrets } from './signed-receipts';
export { ZaloAccount } from './zalo-account';
export type { ZaloOptions } from './zalo-account';
