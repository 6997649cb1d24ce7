export { OutboundModule } from './outbound.module';
export type { DescribedLane } from './domain/outbound-lanes';
