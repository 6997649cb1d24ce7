import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { ApproveNationalRecord } from './application/approve-national-record';
import { DescribeProcedure } from './application/describe-procedure';
import { FindEligibleProcedures } from './application/find-eligible-procedures';
import { ImportNationalRecord } from './application/import-national-record';
import { PreviewProcedureFees } from './application/preview-procedure-fees';
import { PublishedProcedures } from './application/published-procedures';
import { PublishPackage } from './application/publish-package';
import { RejectNationalRecord } from './application/reject-national-record';
import { ReviewNationalRecords } from './application/review-national-records';
import { SearchableProcedures } from './application/searchable-procedures';
import { SearchCatalogues } from './application/search-catalogue';
import { SearchProcedures } from './application/search-procedures';
import { CatalogueController } from './http/catalogue.controller';
import { EligibilityController } from './http/eligibility.controller';
import { RecordReviewController } from './http/record-review.controller';
import { NationalRecords } from './persistence/national-records';
import { PackageVersions } from './persistence/package-versions';
import { type Experience, type PlaceNames, ProcessingTimes, ProvinceMap } from './ports';

/** What an application binds. */
export interface ProcedureParts {
  /** Who knows how long dossiers really took; its own dependencies must be available globally. Left out: nobody does. */
  readonly processingTimes?: Type<ProcessingTimes>;
  /** Who knows the places people name in a search. Left out: nobody does. */
  readonly map?: Type<ProvinceMap>;
}

class NoProcessingTimes extends ProcessingTimes {
  experienceWith(): Promise<Experience | null> {
    return Promise.resolve(null);
  }
}

class NoMap extends ProvinceMap {
  places(): Promise<PlaceNames> {
    return Promise.resolve({ version: '', places: [] });
  }
}

const shared = [
  PublishedProcedures,
  PublishPackage,
  SearchableProcedures,
  ImportNationalRecord,
  ApproveNationalRecord,
  RejectNationalRecord,
  ReviewNationalRecords,
];

/** The catalogue and the published versions for a whole process. */
@Module({})
export class ProcedureModule {
  /** For processes without HTTP. */
  static forWorker(): DynamicModule {
    return {
      module: ProcedureModule,
      global: true,
      providers: [PackageVersions, NationalRecords, ...shared],
      exports: shared,
    };
  }

  /** For the API: also search and the public catalogue. */
  static forApi({ processingTimes, map }: ProcedureParts = {}): DynamicModule {
    const times: Provider = { provide: ProcessingTimes, useClass: processingTimes ?? NoProcessingTimes };
    const places: Provider = { provide: ProvinceMap, useClass: map ?? NoMap };
    return {
      module: ProcedureModule,
      global: true,
      controllers: [CatalogueController, EligibilityController, RecordReviewController],
      providers: [
        PackageVersions,
        NationalRecords,
        ...shared,
        SearchCatalogues,
        SearchProcedures,
        DescribeProcedure,
        FindEligibleProcedures,
        PreviewProcedureFees,
        times,
        places,
      ],
      exports: [...shared, FindEligibleProcedures, PreviewProcedureFees],
    };
  }
}
