export { PersonalDataModule } from './personal-data.module';
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
export { Readings } from './application/readings';
export type { ReadingStreamHead } from './application/readings';
export { readingPurposes } from './domain/reading';
export type { ChainedReading, Reader, Reading, ReadingFault, ReadingPurpose } from './domain/reading';
