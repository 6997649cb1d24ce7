export { ActingAssignments } from './application/acting-assignments';
export { PartyDirectory } from './application/party-directory';
export { UnitDirectory } from './application/unit-directory';
export type { Assignment, SigningCapacity } from './domain/assignment';
export type { ActingForOption, ClaimName, ClaimValues, IdentityLevel, PartyClaims, PartyKind } from './domain/party';
export type { Unit, UnitKind, UnitSuccession } from './domain/unit';
export type { UnitChoice, UnitOptionFilter, UnitTree } from './domain/unit-tree';
export { isValidOn, type Validity } from './domain/validity';
export { BlindIndex, type IdentifierKind, type OpenedSecret, SubjectVault } from './ports';
