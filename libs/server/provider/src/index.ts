export { ProviderModule } from './provider.module';
export type { ProviderParts } from './provider.module';
export { WebhookSender } from './ports';
export type { ReceiverAnswer } from './domain/delivery-plan';
export { maximumTries } from './domain/delivery-plan';
export { AgencyEvents } from './application/agency-events';
export { RunWebhooks } from './application/run-webhooks';
