import type { CompleteOutsideStep, DossierStream } from '@mocua/server/dossier';
import type { FileStore, ReceiveFile } from '@mocua/server/document';
import type { UnitDirectory } from '@mocua/server/identity';
import type { Clock, Database, Logger } from '@mocua/server/kernel';
import type { AccessScope, Readings, SubjectVault } from '@mocua/server/personal-data';
import type { PublishedProcedures } from '@mocua/server/procedure';

/** What a hand-over needs of this house: dossiers and their packages, what people wrote, files, and who may see them. */
export interface OurParts {
  readonly dossiers: DossierStream;
  readonly completing: CompleteOutsideStep;
  readonly procedures: PublishedProcedures;
  readonly units: UnitDirectory;
  readonly vault: SubjectVault;
  readonly readings: Readings;
  readonly access: AccessScope;
  readonly files: FileStore;
  readonly receiving: ReceiveFile;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn'>;
}

/** The same, as it is injected. */
export class OurSide {
  constructor(readonly parts: OurParts) {}
}
