export { DeviceStore } from './persistence/device.store';
export { DisplayStore } from './persistence/display.store';
export { ActingAssignments } from './application/acting-assignments';
export { ChangeUnits, type UnitChange } from './application/change-units';
export { GiveAssignment } from './application/give-assignment';
export { GrantRepresentation } from './application/grant-representation';
export { PartyDirectory } from './application/party-directory';
export { type PartyToRegister, RegisterParty } from './application/register-party';
export { SeedDemoProvince } from './application/seed-demo-province';
export { SignIn } from './application/sign-in';
export { SessionAuthenticator } from './application/session-authenticator';
export { UnitDirectory } from './application/unit-directory';
export { demoAssignmentId, demoPartyId, demoUnitId } from './demo/demo-ids';
export type { Assignment, SigningCapacity } from './domain/assignment';
export type {
  ActingForOption,
  ClaimName,
  ClaimValues,
  IdentityLevel,
  PartyClaims,
  PartyKind,
} from './domain/party';
export { ProvinceSettings } from './domain/province-settings';
export { SessionPolicy } from './domain/session-policy';
export type { Unit, UnitKind, UnitSuccession } from './domain/unit';
export { type UnitChoice, UnitTree } from './domain/unit-tree';
export { isValidOn, type Validity } from './domain/validity';
export { IdentityModule, type IdentityParts } from './identity.module';
export type { SealedName } from './persistence/party.store';
export type { Representation, RepresentationKind } from './persistence/representation.store';
export {
  hashOfSecret,
  newCounterCode,
  newSecretToken,
  normaliseRegistrationCode,
} from './domain/secret-token';
export {
  BlindIndex,
  CardReader,
  type CardOnReader,
  type IdentifierKind,
  type OpenedSecret,
  SubjectVault,
} from './ports';
