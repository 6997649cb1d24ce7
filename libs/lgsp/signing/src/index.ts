export { openSigningService } from './open-signing-service';
export type { SigningConnection } from './open-signing-service';
export { callSignature, RemoteSigningService } from './remote-signing-service';
export type { PartnerAccount } from './signing-operations';
