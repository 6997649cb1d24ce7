export { PersonalDataModule } from './personal-data.module';
export { ReadingInterceptor } from './http/reading.interceptor';
export { ReadingsController } from './http/readings.controller';
export { KeyRing } from './domain/key-ring';
export type { KeyPurpose, NamedKey, StableKeyPurpose } from './domain/key-ring';
export { FileKeyRing } from './keys/file-key-ring';
export { SubjectVault } from './application/subject-vault';
export { sealingKeyLifetimeMs, SubjectErased, SubjectKeys } from './persistence/subject-keys';
export {
  digestOf,
  sealedValuesArray,
  sealedValuesInsert,
  sealedValuesParameter,
  verifyDigest,
} from './domain/sealed-value';
export type {
  OpenedValue,
  SealableJson,
  SealedValue,
  SealedValueRow,
  StoredValueRow,
} from './domain/sealed-value';
export { BlindIndex, normaliseIdentifier } from './domain/blind-index';
export type { BlindIndexKind } from './domain/blind-index';
export { TrackingPins } from './domain/tracking-pins';
export { AccessScope } from './application/access-scope';
export type { AccessToOpen, OpenAccess } from './application/access-scope';
export { categoryOf, dataCategories } from './domain/data-category';
export type { DataCategory } from './domain/data-category';
export type { Seen } from './application/seen-data';
export { unsealed } from './persistence/sealing';
export { Readings } from './application/readings';
export type { ReadingStreamHead } from './application/reading-streams';
export { CutReadings, type CutReport } from './application/cut-readings';
export { type ReaderName, readerNames } from './domain/reader-names';
export { readingPurposes } from './domain/reading';
export type { ChainedReading, Reader, Reading, ReadingFault, ReadingPurpose } from './domain/reading';
export { ProcessingPurposes } from './application/processing-purposes';
export { purposeCodes } from './domain/purposes/purpose';
export type { PurposeCode, PurposeVersion } from './domain/purposes/purpose';
export { ConsentLedger } from './application/consents/consent-ledger';
export type { ConsentDecision, ConsentStanding } from './application/consents/consent-ledger';
export type { ConsentEntry } from './persistence/consent-rows';
export { LookupGrants } from './application/lookups/lookup-grants';
export type { LookupGrant, LookupToBegin } from './application/lookups/lookup-grants';
export type { LookupOutcome } from './persistence/lookup-rows';
