export { NotificationModule } from './notification.module';
export { NotificationRelayHandler } from './application/notification-relay-handler';
export { PartyContacts } from './application/party-contacts';
export { ContactDirectory, MessageRefused, MessageSender } from './ports';
export type { Contact, Email, Sms } from './ports';
export { Deliveries } from './persistence/deliveries';
export type { Delivery, DeliveryChannel, DeliveryState } from './persistence/deliveries';
export { noticeKinds, noticeTextsVersion } from './domain/notice-texts';
export type { NoticeKind } from './domain/notice-texts';
