import { type DynamicModule, Module } from '@nestjs/common';
import { DossierModule } from '@mocua/server/dossier';
import { KeepArrivals } from './application/keep-arrivals';
import { KeepDossierPapers } from './application/keep-dossier-papers';
import { KeepOwnPaper } from './application/keep-own-paper';
import { ListPapers } from './application/list-papers';
import { ManagePapers } from './application/manage-papers';
import { NoteArrivals } from './application/note-arrivals';
import { PapersForDraft } from './application/papers-for-draft';
import { RevokeResult } from './application/revoke-result';
import { GivenShares } from './application/given-shares';
import { SharePapers } from './application/share-papers';
import { ShelvePaper } from './application/shelve-paper';
import { RevocationController } from './http/revocation.controller';
import { SharingController } from './http/sharing.controller';
import { StoreController } from './http/store.controller';
import { ArrivalRows } from './persistence/arrival-rows';
import { StoredPapersModule } from './stored-papers.module';

const duties = [ArrivalRows, NoteArrivals, ShelvePaper, KeepDossierPapers, KeepArrivals];

/** The data store of people and organisations. */
@Module({})
export class DataStoreModule {
  /** What the worker does: papers arrive. */
  static forWorker(): DynamicModule {
    return {
      module: DataStoreModule,
      imports: [DossierModule, StoredPapersModule],
      providers: duties,
      exports: duties,
    };
  }

  static forApi(): DynamicModule {
    return {
      module: DataStoreModule,
      imports: [DossierModule, StoredPapersModule],
      controllers: [StoreController, SharingController, RevocationController],
      providers: [
        ...duties,
        ListPapers,
        KeepOwnPaper,
        RevokeResult,
        ManagePapers,
        GivenShares,
        SharePapers,
        PapersForDraft,
      ],
      exports: duties,
    };
  }
}
