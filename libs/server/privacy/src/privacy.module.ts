import { type DynamicModule, Module } from '@nestjs/common';
import { DossierModule } from '@mocua/server/dossier';
import { BreachRegister } from './application/breach-register';
import { FileRightsRequest } from './application/file-rights-request';
import { MyData, PersonRecords } from './application/my-data';
import { PersonErasure } from './application/person-erasure';
import { PrivacyChoices } from './application/privacy-choices';
import { RightsDesk, RightsDeskStorage } from './application/rights-desk';
import { RightsViews } from './application/rights-views';
import { BreachController } from './http/breach.controller';
import { PrivacyController } from './http/privacy.controller';
import { RightsDeskController } from './http/rights-desk.controller';
import { BreachRows } from './persistence/breach-rows';
import { RightsRows } from './persistence/rights-rows';

/** Rights of people over their data, choices, and the register of breaches, for the API. */
@Module({})
export class PrivacyModule {
  static forApi(): DynamicModule {
    return {
      module: PrivacyModule,
      imports: [DossierModule],
      controllers: [PrivacyController, RightsDeskController, BreachController],
      providers: [
        BreachRegister,
        BreachRows,
        FileRightsRequest,
        MyData,
        PersonErasure,
        PersonRecords,
        PrivacyChoices,
        RightsDesk,
        RightsDeskStorage,
        RightsRows,
        RightsViews,
      ],
    };
  }
}
