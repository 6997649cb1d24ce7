import { CreateDossier1790000500000 } from './migrations/1790000500000-create-dossier';
import { CreateKernel1790000000000 } from './migrations/1790000000000-create-kernel';
import { CreateIdentity1790000000100 } from './migrations/1790000000100-create-identity';
import { CreateProcedure1790000000300 } from './migrations/1790000000300-create-procedure';
import { CreatePersonalData1790000000400 } from './migrations/1790000000400-create-personal-data';
import { CreateDocument1790000000500 } from './migrations/1790000000500-create-document';
import { CreateNotification1790000000600 } from './migrations/1790000000600-create-notification';
import { CreateContent1790600000700 } from './migrations/1790600000700-create-content';
import { KeepMessages1790600000710 } from './migrations/1790600000710-keep-messages';
import { WidenKiosk1790600000800 } from './migrations/1790600000800-widen-kiosk';
import { CreateNationalRecords1790600000900 } from './migrations/1790600000900-create-national-records';
import { KeepRegisterData1790600001100 } from './migrations/1790600001100-keep-register-data';
import { CreatePayment1790600001300 } from './migrations/1790600001300-create-payment';
import { KeepPrivacyRecords1790600001400 } from './migrations/1790600001400-keep-privacy-records';
import { CreateMirrors1790600001000 } from './migrations/1790600001000-create-mirrors';
import { ReachTheNationalPortal1790600001200 } from './migrations/1790600001200-reach-the-national-portal';
import { PurgeDrafts1790600001410 } from './migrations/1790600001410-purge-drafts';
import { CreateSigning1790600003100 } from './migrations/1790600003100-create-signing';
import { CreateDataStore1790600002000 } from './migrations/1790600002000-create-data-store';
import { CreateProvider1790600001500 } from './migrations/1790600001500-create-provider';
import { CreateDelivery1790600003000 } from './migrations/1790600003000-create-delivery';
import { CreateSector1790600003200 } from './migrations/1790600003200-create-sector';
import { CreateDocumentManagement1790600003500 } from './migrations/1790600003500-create-document-management';
import { TellNationalStore1790600003310 } from './migrations/1790600003310-tell-national-store';
import { DeepenDataStore1790600003300 } from './migrations/1790600003300-deepen-data-store';
import { CheckRegistersLater1790600003400 } from './migrations/1790600003400-check-registers-later';
import { CreateReporting1790600003600 } from './migrations/1790600003600-create-reporting';
import { CheckIssuedFiles1790600004010 } from './migrations/1790600004010-check-issued-files';
import { GiveNumbersOnce1790600004310 } from './migrations/1790600004310-give-numbers-once';
import { RememberSecretRotations1790600004300 } from './migrations/1790600004300-remember-secret-rotations';
import { NameWhoReleased1790600004020 } from './migrations/1790600004020-name-who-released';
import { AcknowledgeHandOvers1790600004220 } from './migrations/1790600004220-acknowledge-hand-overs';
import { ListOlderDeskReturns1790600004230 } from './migrations/1790600004230-list-older-desk-returns';
import { MindLastDaysToPay1790600004210 } from './migrations/1790600004210-mind-last-days-to-pay';
import { NameSumsInMessages1790600004200 } from './migrations/1790600004200-name-sums-in-messages';
import { NameSectorExceptions1790600004000 } from './migrations/1790600004000-name-sector-exceptions';
import { GiveBackParts1790600003700 } from './migrations/1790600003700-give-back-parts';
import { CutReadings1790600003820 } from './migrations/1790600003820-cut-readings';
import { HideProfileFacts1790600003810 } from './migrations/1790600003810-hide-profile-facts';
import { ShareWithUnits1790600003800 } from './migrations/1790600003800-share-with-units';
import { RotateSigningSecrets1790600003900 } from './migrations/1790600003900-rotate-signing-secrets';
import { OpenCashDesks1790600003910 } from './migrations/1790600003910-open-cash-desks';
import { ListDeskReturns1790600003920 } from './migrations/1790600003920-list-desk-returns';
import { KeepProfileFacts1790600003610 } from './migrations/1790600003610-keep-profile-facts';
import { SendNoticesInTheirTime1790600002500 } from './migrations/1790600002500-send-notices-in-their-time';

/** Every migration in the order of its timestamp. */
export const migrations = [
  CreateKernel1790000000000,
  CreateIdentity1790000000100,
  CreateProcedure1790000000300,
  CreatePersonalData1790000000400,
  CreateDocument1790000000500,
  CreateNotification1790000000600,
  CreateDossier1790000500000,
  CreateContent1790600000700,
  KeepMessages1790600000710,
  WidenKiosk1790600000800,
  CreateNationalRecords1790600000900,
  CreateMirrors1790600001000,
  KeepRegisterData1790600001100,
  ReachTheNationalPortal1790600001200,
  CreatePayment1790600001300,
  KeepPrivacyRecords1790600001400,
  PurgeDrafts1790600001410,
  CreateProvider1790600001500,
  CreateDataStore1790600002000,
  SendNoticesInTheirTime1790600002500,
  CreateDelivery1790600003000,
  CreateSigning1790600003100,
  CreateSector1790600003200,
  DeepenDataStore1790600003300,
  TellNationalStore1790600003310,
  CheckRegistersLater1790600003400,
  CreateDocumentManagement1790600003500,
  CreateReporting1790600003600,
  KeepProfileFacts1790600003610,
  GiveBackParts1790600003700,
  ShareWithUnits1790600003800,
  HideProfileFacts1790600003810,
  CutReadings1790600003820,
  RotateSigningSecrets1790600003900,
  OpenCashDesks1790600003910,
  ListDeskReturns1790600003920,
  NameSectorExceptions1790600004000,
  CheckIssuedFiles1790600004010,
  NameWhoReleased1790600004020,
  NameSumsInMessages1790600004200,
  MindLastDaysToPay1790600004210,
  AcknowledgeHandOvers1790600004220,
  ListOlderDeskReturns1790600004230,
  RememberSecretRotations1790600004300,
  GiveNumbersOnce1790600004310,
];
