import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Clock, Config, Database } from '@mocua/server/kernel';
import { AccessScope } from './application/access-scope';
import { ConsentLedger } from './application/consents/consent-ledger';
import { CutReadings } from './application/cut-readings';
import { LookupGrants } from './application/lookups/lookup-grants';
import { ProcessingPurposes } from './application/processing-purposes';
import { ReadersOfPerson } from './application/readers-of-person';
import { ReadingStreams } from './application/reading-streams';
import { Readings } from './application/readings';
import { SubjectVault } from './application/subject-vault';
import { BlindIndex } from './domain/blind-index';
import { TrackingPins } from './domain/tracking-pins';
import { FileKeyRing } from './keys/file-key-ring';
import { KeyRing } from './domain/key-ring';
import { declaredPurposes } from './domain/purposes/declared-purposes';
import { ConsentRows } from './persistence/consent-rows';
import { LookupRows } from './persistence/lookup-rows';
import { SubjectKeys } from './persistence/subject-keys';

/** Vault, blind index, PINs and readings, without routes: what the worker needs too. */
@Global()
@Module({
  providers: [
    {
      provide: KeyRing,
      useFactory: (config: Config, clock: Clock) =>
        FileKeyRing.open(join(config.dataDir, 'keys'), clock.iso()),
      inject: [Config, Clock],
    },
    {
      provide: SubjectKeys,
      useFactory: (database: Database, keys: KeyRing, clock: Clock) => new SubjectKeys(database, keys, clock),
      inject: [Database, KeyRing, Clock],
    },
    {
      provide: SubjectVault,
      useFactory: (database: Database, keys: SubjectKeys, clock: Clock, readings: Readings) =>
        new SubjectVault(database, keys, clock, readings),
      inject: [Database, SubjectKeys, Clock, Readings],
    },
    { provide: BlindIndex, useFactory: (keys: KeyRing) => new BlindIndex(keys), inject: [KeyRing] },
    { provide: TrackingPins, useFactory: (keys: KeyRing) => new TrackingPins(keys), inject: [KeyRing] },
    AccessScope,
    {
      provide: Readings,
      useFactory: (database: Database, scope: AccessScope, clock: Clock, streams: ReadingStreams) =>
        new Readings(database, scope, clock, streams),
      inject: [Database, AccessScope, Clock, ReadingStreams],
    },
    {
      provide: ReadingStreams,
      useFactory: (database: Database, keys: KeyRing) =>
        new ReadingStreams(database, keys.stable('reading-cut')),
      inject: [Database, KeyRing],
    },
    {
      provide: CutReadings,
      useFactory: (database: Database, keys: KeyRing, clock: Clock) =>
        new CutReadings(database, keys.stable('reading-cut'), clock),
      inject: [Database, KeyRing, Clock],
    },
    {
      provide: ReadersOfPerson,
      useFactory: (readings: Readings) => new ReadersOfPerson(readings),
      inject: [Readings],
    },
    {
      provide: ProcessingPurposes,
      useFactory: (clock: Clock) => new ProcessingPurposes(declaredPurposes, clock),
      inject: [Clock],
    },
    {
      provide: ConsentLedger,
      useFactory: (database: Database, purposes: ProcessingPurposes, clock: Clock) =>
        new ConsentLedger(new ConsentRows(database), purposes, clock),
      inject: [Database, ProcessingPurposes, Clock],
    },
    {
      provide: LookupGrants,
      useFactory: (
        database: Database,
        ...parts: [ProcessingPurposes, ConsentLedger, Readings, AccessScope, Clock]
      ) => new LookupGrants(new LookupRows(database), ...parts),
      inject: [Database, ProcessingPurposes, ConsentLedger, Readings, AccessScope, Clock],
    },
  ],
  exports: [
    ReadersOfPerson,
    ConsentLedger,
    LookupGrants,
    ProcessingPurposes,
    AccessScope,
    KeyRing,
    SubjectKeys,
    SubjectVault,
    BlindIndex,
    TrackingPins,
    Readings,
    CutReadings,
  ],
})
export class PersonalDataModule {}
