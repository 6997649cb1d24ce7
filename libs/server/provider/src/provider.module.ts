import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { DossierModule } from '@mocua/server/dossier';
import { AgencyAuthenticator, Config } from '@mocua/server/kernel';
import { AgencyEvents } from './application/agency-events';
import { DeliverWebhook } from './application/deliver-webhook';
import { IssueToken, TokenAuthenticator } from './application/issue-token';
import { ManageClients } from './application/manage-clients';
import { ManageSubscriptions } from './application/manage-subscriptions';
import { ProvideCatalogue } from './application/provide-catalogue';
import { ProvideDossier } from './application/provide-dossier';
import { ReadDeliveries } from './application/read-deliveries';
import { RotateSigningSecret } from './application/rotate-signing-secret';
import { RunWebhooks } from './application/run-webhooks';
import { SubmissionFrom, SubmitForPerson } from './application/submit-for-person';
import { VerifyResult } from './application/verify-result';
import { PartnerController } from './http/partner.controller';
import { ProviderController } from './http/provider.controller';
import { ClientStore } from './persistence/client.store';
import { DeliveryStore } from './persistence/delivery.store';
import { SubscriptionStore } from './persistence/subscription.store';
import { TokenStore } from './persistence/token.store';
import { WebhookSender } from './ports';

export interface ProviderParts {
  /** The way out to receivers. */
  readonly sender: (config: Config) => WebhookSender;
}

const stores = [ClientStore, DeliveryStore, SubscriptionStore, TokenStore];
const sending = [AgencyEvents, DeliverWebhook, RunWebhooks];
const overHttp: Type[] = [
  IssueToken,
  TokenAuthenticator,
  ManageClients,
  ManageSubscriptions,
  ProvideCatalogue,
  ProvideDossier,
  ReadDeliveries,
  RotateSigningSecret,
  SubmissionFrom,
  SubmitForPerson,
  VerifyResult,
];

/** Our services for other agencies. */
@Module({})
export class ProviderModule {
  /** For processes without HTTP: what leaves through webhooks. */
  static forWorker(parts: ProviderParts): DynamicModule {
    return {
      module: ProviderModule,
      imports: [DossierModule],
      providers: [...stores, ...sending, senderOf(parts)],
      exports: sending,
    };
  }

  /** For the API: also the routes, and the kernel's `AgencyAuthenticator`. */
  static forApi(parts: ProviderParts): DynamicModule {
    return {
      module: ProviderModule,
      global: true,
      imports: [DossierModule],
      controllers: [ProviderController, PartnerController],
      providers: [
        ...stores,
        ...sending,
        ...overHttp,
        senderOf(parts),
        { provide: AgencyAuthenticator, useExisting: TokenAuthenticator },
      ],
      exports: [...sending, AgencyAuthenticator],
    };
  }
}

function senderOf({ sender }: ProviderParts): Provider {
  return { provide: WebhookSender, useFactory: sender, inject: [Config] };
}
