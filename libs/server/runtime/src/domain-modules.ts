import type { DynamicModule, Type } from '@nestjs/common';
import { ContentModule } from '@mocua/server/content';
import { DocumentModule } from '@mocua/server/document';
import { DossierModule, RecentProcessingTimes } from '@mocua/server/dossier';
import { IdentityModule, type IdentityParts } from '@mocua/server/identity';
import { demoProvince } from '@mocua/server/identity/demo';
import { KernelModule, type KernelParts } from '@mocua/server/kernel';
import { KioskModule } from '@mocua/server/kiosk';
import { NotificationModule } from '@mocua/server/notification';
import { BlindIndex, PersonalDataModule, SubjectVault } from '@mocua/server/personal-data';
import { ProcedureModule, UnitMap } from '@mocua/server/procedure';

type ModuleImport = DynamicModule | Type;

const identity: IdentityParts = { vault: SubjectVault, index: BlindIndex, province: demoProvince };

/** The domains of a process without HTTP: worker, command line, seeds. */
export function workerModules(parts: KernelParts): ModuleImport[] {
  return [
    KernelModule.with(parts),
    PersonalDataModule,
    DocumentModule,
    IdentityModule.forWorker(identity),
    ProcedureModule.forWorker(),
    ContentModule.forWorker(),
    DossierModule,
  ];
}

/** The domains with their routes and log-in. */
export function apiModules(parts: KernelParts): ModuleImport[] {
  return [
    KernelModule.with(parts),
    PersonalDataModule,
    DocumentModule,
    IdentityModule.forApi(identity),
    ProcedureModule.forApi({ processingTimes: RecentProcessingTimes, map: UnitMap }),
    ContentModule.forApi(),
    NotificationModule.forApi(),
    DossierModule,
    KioskModule,
  ];
}
