export { HttpMessageSender } from './http-message-sender';
