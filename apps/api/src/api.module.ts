import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ReceiptController } from '@mocua/server/document';
import {
  AssistedFilingController,
  CitizenDossierController,
  CitizenFilingController,
  CitizenListsController,
  CitizenRegisterController,
  OfficerCommandController,
  OfficerDeliveryController,
  OfficerWorkController,
  OriginsController,
  PaymentRequestController,
  TrackingController,
} from '@mocua/server/dossier';
import {
  AccessGuard,
  EndpointInterceptor,
  type KernelParts,
  OperationsController,
  ProblemFilter,
} from '@mocua/server/kernel';
import { ReadingInterceptor, ReadingsController } from '@mocua/server/personal-data';
import { apiModules } from '@mocua/server/runtime';
import { ApiDocsController } from './api-docs.controller';

/** Composition root of the HTTP process. */
@Module({})
export class ApiModule {
  static with(parts: KernelParts): DynamicModule {
    return {
      module: ApiModule,
      imports: apiModules(parts),
      controllers: [
        OperationsController,
        ApiDocsController,
        ReadingsController,
        ReceiptController,
        CitizenFilingController,
        CitizenRegisterController,
        CitizenListsController,
        CitizenDossierController,
        AssistedFilingController,
        OfficerWorkController,
        OfficerCommandController,
        OfficerDeliveryController,
        PaymentRequestController,
        OriginsController,
        TrackingController,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: ReadingInterceptor },
        { provide: APP_INTERCEPTOR, useClass: EndpointInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
