import { Global, Module } from '@nestjs/common';
import { StoredPapers } from '@mocua/server/dossier';
import { PaperShelf } from './application/paper-shelf';
import { ReusablePapers } from './application/reusable-papers';
import { OpenShares } from './application/open-shares';
import { StoreOfPerson } from './application/store-of-person';
import { StoredFiles } from './application/stored-files';
import { StoredPaperReferences } from './persistence/paper-references';
import { PaperRows } from './persistence/paper-rows';
import { RevocationRows } from './persistence/revocation-rows';
import { ShareRows } from './persistence/share-rows';

const parts = [
  PaperRows,
  ShareRows,
  RevocationRows,
  StoredPaperReferences,
  PaperShelf,
  StoredFiles,
  OpenShares,
  StoreOfPerson,
];

/** What every process needs that files dossiers: the papers themselves, without routes and without the dossier domain. */
@Global()
@Module({
  providers: [...parts, { provide: StoredPapers, useClass: ReusablePapers }],
  exports: [...parts, StoredPapers],
})
export class StoredPapersModule {}
