export { NationalPaymentPlatform } from './national-payment-platform';
export { openPaymentPlatform, type PaymentPlatformConnection } from './open-payment-platform';
