import { Global, Module } from '@nestjs/common';
import { ProfileAnswerSource, StoredPapers } from '@mocua/server/dossier';
import { ApprovedFacts } from './application/approved-facts';
import { GivenUnitShares } from './application/given-unit-shares';
import { PaperShelf } from './application/paper-shelf';
import { ProfileFactsDesk } from './application/profile-facts';
import { ReusablePapers } from './application/reusable-papers';
import { OpenShares } from './application/open-shares';
import { ShareableUnits } from './application/shareable-units';
import { StoreOfPerson } from './application/store-of-person';
import { StoredFiles } from './application/stored-files';
import { FactRows } from './persistence/fact-rows';
import { StoredPaperReferences } from './persistence/paper-references';
import { PaperRows } from './persistence/paper-rows';
import { RevocationRows } from './persistence/revocation-rows';
import { ShareRows } from './persistence/share-rows';
import { UnitShareRows } from './persistence/unit-share-rows';

const parts = [
  FactRows,
  PaperRows,
  ShareRows,
  UnitShareRows,
  RevocationRows,
  StoredPaperReferences,
  PaperShelf,
  StoredFiles,
  OpenShares,
  ShareableUnits,
  GivenUnitShares,
  ProfileFactsDesk,
  StoreOfPerson,
];

/** What every process needs that files dossiers: the papers themselves, without routes and without the dossier domain. */
@Global()
@Module({
  providers: [
    ...parts,
    { provide: StoredPapers, useClass: ReusablePapers },
    { provide: ProfileAnswerSource, useClass: ApprovedFacts },
  ],
  exports: [...parts, StoredPapers, ProfileAnswerSource],
})
export class StoredPapersModule {}
