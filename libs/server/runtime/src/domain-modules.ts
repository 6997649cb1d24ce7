import type { DynamicModule, Type } from '@nestjs/common';
import { SignedReceipts } from '@mocua/lgsp/messages';
import { openDocumentManagement } from '@mocua/lgsp/document-management';
import { NationalPortalReader, openNationalPortal } from '@mocua/lgsp/national-portal';
import { openPaymentPlatform } from '@mocua/lgsp/payment-platform';
import { openPost } from '@mocua/lgsp/post';
import { openSigningService } from '@mocua/lgsp/signing';
import { openReporting } from '@mocua/lgsp/reporting';
import { openSectorSystems } from '@mocua/lgsp/sector';
import { ContentModule } from '@mocua/server/content';
import { DataStoreModule } from '@mocua/server/data-store';
import { DeliveryModule } from '@mocua/server/delivery';
import { DocumentManagementModule } from '@mocua/server/document-management';
import { DocumentModule } from '@mocua/server/document';
import { DossierDues, DossierModule, RecentProcessingTimes } from '@mocua/server/dossier';
import { IdentityModule, type IdentityParts } from '@mocua/server/identity';
import { demoProvince } from '@mocua/server/identity/demo';
import { type Config, KernelModule, type KernelParts } from '@mocua/server/kernel';
import { KioskModule } from '@mocua/server/kiosk';
import { NationalPortalModule } from '@mocua/server/national-portal';
import { NotificationModule } from '@mocua/server/notification';
import { OutboundModule } from '@mocua/server/outbound';
import { PaymentModule } from '@mocua/server/payment';
import { BlindIndex, PersonalDataModule, SubjectVault } from '@mocua/server/personal-data';
import { PrivacyModule } from '@mocua/server/privacy';
import { ProcedureModule, UnitMap } from '@mocua/server/procedure';
import { SigningModule } from '@mocua/server/signing';
import { ProviderModule, type ProviderParts } from '@mocua/server/provider';
import { ReportingModule } from '@mocua/server/reporting';
import { SectorModule } from '@mocua/server/sector';

import { outboundAddresses } from './guard-outbound';
import { HttpWebhookSender } from './http-webhook-sender';
import { NationalStoreModule } from './national-store.module';
import { outboundLanes } from './outbound-lanes';
import { RegisterFactsModule } from './register-facts.module';

type ModuleImport = DynamicModule | Type;

const identity: IdentityParts = { vault: SubjectVault, index: BlindIndex, province: demoProvince };

const provider: ProviderParts = { sender: (config) => new HttpWebhookSender(config) };

/** The national portal by its one-stop adapter; nothing is asked before the first call. */
function nationalPortalOf(config: Config) {
  const { username, secret, unit, destination } = config.nationalPortal;
  return openNationalPortal(
    {
      url: config.nationalPortalUrl,
      username,
      password: secret,
      unitCode: unit,
      destinationCode: destination,
    },
    outboundAddresses(config),
  );
}

/** The payment platform; nothing is asked before the first call. */
function paymentPlatformOf(config: Config) {
  const { paymentUrl: url, paymentPartner: partner, paymentSecret: secret } = config;
  return openPaymentPlatform({ url, partner, secret }, outboundAddresses(config));
}

/** The public post; nothing is asked before the first parcel. */
function postOf(config: Config) {
  const { postUrl: url, post } = config;
  return openPost({ url, ...post, province: demoProvince.name.vi }, outboundAddresses(config));
}

/** The remote signing service; nothing is asked before the first call. */
function signingServiceOf(config: Config) {
  const { partner, secret } = config.signing;
  return openSigningService({ url: config.signingUrl, partner, secret }, outboundAddresses(config));
}

/** Sector systems behind the bus; nothing is asked before the first hand-over. */
function sectorSystemsOf(config: Config) {
  const { sectorUrl: url, sectorSystems: systems, sectorSecret: secret } = config;
  const { lgspClientId: clientId, lgspClientSecret: clientSecret } = config;
  return openSectorSystems({ url, systems, secret, clientId, clientSecret }, outboundAddresses(config));
}

/** The receivers of reports behind the bus; nothing is asked before the first report. */
function reportingOf(config: Config) {
  const { lgspUrl: baseUrl, lgspClientId: clientId, lgspClientSecret: clientSecret } = config;
  return openReporting({ baseUrl, clientId, clientSecret }, outboundAddresses(config));
}

/** The document management system behind the bus; nothing is asked before the first draft. */
function documentManagementOf(config: Config) {
  const { documentManagementUrl: url, documentManagementSecret: secret } = config;
  const { lgspClientId: clientId, lgspClientSecret: clientSecret } = config;
  return openDocumentManagement({ url, secret, clientId, clientSecret }, outboundAddresses(config));
}

/** What carriers of messages tell, each by its own signature. */
function receiptsOf({ messagesSecret, zalo }: Config) {
  return new SignedReceipts({ gateway: messagesSecret, zaloAppId: zalo.appId, zalo: zalo.secret });
}

/** The domains of a process without HTTP: worker, command line, seeds. */
export function workerModules(parts: KernelParts): ModuleImport[] {
  return [
    KernelModule.with(parts),
    PersonalDataModule,
    DocumentModule,
    IdentityModule.forWorker(identity),
    ProcedureModule.forWorker(),
    ContentModule.forWorker(),
    RegisterFactsModule.withLgsp(),
    NationalStoreModule.withLgsp(),
    DataStoreModule.forWorker(),
    DossierModule,
    NationalPortalModule.with(nationalPortalOf),
    ProviderModule.forWorker(provider),
    PaymentModule.forWorker(paymentPlatformOf),
    DeliveryModule.forWorker(postOf),
    SigningModule.forWorker(signingServiceOf),
    SectorModule.forWorker(sectorSystemsOf),
    ReportingModule.forWorker(reportingOf),
    DocumentManagementModule.forWorker(documentManagementOf),
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
    NotificationModule.forApi({
      readerOf: receiptsOf,
      dossiers: { by: DossierDues, from: DossierModule },
    }),
    RegisterFactsModule.withLgsp(),
    NationalStoreModule.withLgsp(),
    DataStoreModule.forApi(),
    DossierModule,
    PrivacyModule.forApi(),
    KioskModule,
    NationalPortalModule.forApi(new NationalPortalReader()),
    ProviderModule.forApi(provider),
    PaymentModule.forApi(paymentPlatformOf),
    DeliveryModule.forApi(postOf),
    SigningModule.forApi(signingServiceOf),
    SectorModule.forApi(sectorSystemsOf),
    ReportingModule.forApi(),
    OutboundModule.forApi(outboundLanes),
    DocumentManagementModule.forApi(documentManagementOf),
  ];
}
