import { type DynamicModule, Module } from '@nestjs/common';
import { DossierModule } from '@mocua/server/dossier';
import { DepositPapers } from './application/deposit-papers';
import { ImportedPapers } from './application/imported-papers';
import { KeepArrivals } from './application/keep-arrivals';
import { KeepDossierPapers } from './application/keep-dossier-papers';
import { KeepOwnPaper } from './application/keep-own-paper';
import { ListPapers } from './application/list-papers';
import { ManagePapers } from './application/manage-papers';
import { NationalPapers } from './application/national-papers';
import { NoteArrivals } from './application/note-arrivals';
import { PapersForDraft } from './application/papers-for-draft';
import { RevokeResult } from './application/revoke-result';
import { GivenShares } from './application/given-shares';
import { OpenUnitShares } from './application/open-unit-shares';
import { PapersForUnit } from './application/papers-for-unit';
import { SharePapers } from './application/share-papers';
import { ShareWithUnit } from './application/share-with-unit';
import { ShelvePaper } from './application/shelve-paper';
import { NationalStoreController } from './http/national-store.controller';
import { ProfileController } from './http/profile.controller';
import { RevocationController } from './http/revocation.controller';
import { SharingController } from './http/sharing.controller';
import { StoreController } from './http/store.controller';
import { UnitSharingController } from './http/unit-sharing.controller';
import { ArrivalRows } from './persistence/arrival-rows';
import { StoredPapersModule } from './stored-papers.module';

/** What people do with their papers; the seed of the demo does it by the same commands. */
const own = [KeepOwnPaper, GivenShares, SharePapers, ShareWithUnit];
const duties = [ArrivalRows, NoteArrivals, ShelvePaper, KeepDossierPapers, KeepArrivals, DepositPapers];

/** The data store of people and organisations. */
@Module({})
export class DataStoreModule {
  /** What the worker does: papers arrive. */
  static forWorker(): DynamicModule {
    return {
      module: DataStoreModule,
      imports: [DossierModule, StoredPapersModule],
      providers: [...duties, ...own],
      exports: [...duties, ...own],
    };
  }

  static forApi(): DynamicModule {
    return {
      module: DataStoreModule,
      imports: [DossierModule, StoredPapersModule],
      controllers: [
        StoreController,
        SharingController,
        UnitSharingController,
        NationalStoreController,
        ProfileController,
        RevocationController,
      ],
      providers: [
        ...duties,
        ...own,
        ListPapers,
        RevokeResult,
        ImportedPapers,
        NationalPapers,
        ManagePapers,
        PapersForDraft,
        OpenUnitShares,
        PapersForUnit,
      ],
      exports: duties,
    };
  }
}
