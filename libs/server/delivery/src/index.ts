export { DeliveryModule } from './delivery.module';
export { ParcelRefused, PostalService, PostUnavailable } from './ports';
export type { ParcelOrder, PostMessage, Shipment, TrackingPoint } from './ports';
export { FollowParcels } from './application/follow-parcels';
export { PostRelayHandler } from './application/post-relay-handler';
