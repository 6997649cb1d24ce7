import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Clock, Config, Database } from '@mocua/server/kernel';
import { AccessScope } from './application/access-scope';
import { Readings } from './application/readings';
import { SubjectVault } from './application/subject-vault';
import { BlindIndex } from './domain/blind-index';
import { TrackingPins } from './domain/tracking-pins';
import { FileKeyRing } from './keys/file-key-ring';
import { KeyRing } from './domain/key-ring';
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
      useFactory: (database: Database, scope: AccessScope, clock: Clock) =>
        new Readings(database, scope, clock),
      inject: [Database, AccessScope, Clock],
    },
  ],
  exports: [AccessScope, KeyRing, SubjectKeys, SubjectVault, BlindIndex, TrackingPins, Readings],
})
export class PersonalDataModule {}
