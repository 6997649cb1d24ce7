import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ResultSignatures } from '@mocua/server/dossier';
import { DossierModule } from '@mocua/server/dossier';
import { Config } from '@mocua/server/kernel';
import { ChaseSignatures } from './application/chase-signatures';
import { HearSigning } from './application/hear-signing';
import { NoteDecisions } from './application/note-decisions';
import { ReadSignatures } from './application/read-signatures';
import { SendToSign } from './application/send-to-sign';
import { SettleSignature } from './application/settle-signature';
import { SignedFileStorage } from './application/signed-file-storage';
import { SignerCheck } from './application/signer-check';
import { SigningCase } from './application/signing-case';
import { StoredSignatures } from './application/stored-signatures';
import { TakeSignature } from './application/take-signature';
import { SignatureController } from './http/signature.controller';
import { SigningPartnerController } from './http/signing-partner.controller';
import { Credentials } from './persistence/credentials';
import { SignatureRequests } from './persistence/signature-requests';
import { SignedPapers } from './persistence/signed-papers';
import { SigningService, TrustedAuthorities } from './ports';
import { TrustedAuthoritiesFile } from './trusted-authorities-file';

const standing = [Credentials, SignatureRequests, SignedPapers, StoredSignatures];

/** What every process needs that gives results out, without the dossier domain and without routes. */
@Global()
@Module({
  providers: [
    ...standing,
    {
      provide: TrustedAuthorities,
      useFactory: ({ signing }: Config) => new TrustedAuthoritiesFile(signing.authorities),
      inject: [Config],
    },
    { provide: ResultSignatures, useExisting: StoredSignatures },
  ],
  exports: [...standing, TrustedAuthorities, ResultSignatures],
})
export class SignaturesModule {}

const duties = [
  NoteDecisions,
  SignerCheck,
  SigningCase,
  SendToSign,
  SignedFileStorage,
  TakeSignature,
  ChaseSignatures,
];

/** Remote signing: asking for signatures, taking them, and what officers do when they do not come. */
@Module({})
export class SigningModule {
  /** @param serviceOf - makes the adapter of the signing service from the configuration */
  static forWorker(serviceOf: (config: Config) => SigningService): DynamicModule {
    return {
      module: SigningModule,
      imports: [DossierModule, SignaturesModule],
      providers: [service(serviceOf), ...duties],
      exports: duties,
    };
  }

  static forApi(serviceOf: (config: Config) => SigningService): DynamicModule {
    return {
      module: SigningModule,
      imports: [DossierModule, SignaturesModule],
      controllers: [SignatureController, SigningPartnerController],
      providers: [service(serviceOf), ...duties, HearSigning, ReadSignatures, SettleSignature],
      exports: duties,
    };
  }
}

function service(serviceOf: (config: Config) => SigningService) {
  return { provide: SigningService, useFactory: serviceOf, inject: [Config] };
}
