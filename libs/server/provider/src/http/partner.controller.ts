import { Controller } from '@nestjs/common';
import {
  addWebhookSubscription,
  changeAgencyClient,
  endWebhookSubscription,
  getAgencyClient,
  type InputOf,
  listAgencyClients,
  listWebhookDeliveries,
  registerAgencyClient,
  replayWebhookDelivery,
  type ResponseOf,
  revokeAgencyClient,
  rotateAgencySecret,
  rotateSigningSecret,
} from '@mocua/contract';
import {
  CurrentActor,
  Endpoint,
  Idempotency,
  type IdempotencyRequest,
  Input,
  type OfficerActor,
} from '@mocua/server/kernel';
import { ManageClients } from '../application/manage-clients';
import { ManageSubscriptions } from '../application/manage-subscriptions';
import { ReadDeliveries } from '../application/read-deliveries';
import { RotateSigningSecret } from '../application/rotate-signing-secret';

/** Systems of other agencies, as the administrator of the province manages them. */
@Controller()
export class PartnerController {
  constructor(
    private readonly clients: ManageClients,
    private readonly subscriptions: ManageSubscriptions,
    private readonly rotation: RotateSigningSecret,
    private readonly deliveries: ReadDeliveries,
  ) {}

  @Endpoint(listAgencyClients)
  list(@Input() { query }: InputOf<typeof listAgencyClients>): Promise<ResponseOf<typeof listAgencyClients>> {
    return this.clients.list({ params: undefined, query, body: undefined });
  }

  @Endpoint(getAgencyClient)
  get(@Input() { params }: InputOf<typeof getAgencyClient>): Promise<ResponseOf<typeof getAgencyClient>> {
    return this.clients.get(params.clientId);
  }

  @Endpoint(registerAgencyClient)
  register(
    @Input() { body }: InputOf<typeof registerAgencyClient>,
    @CurrentActor() actor: OfficerActor,
  ): Promise<ResponseOf<typeof registerAgencyClient>> {
    return this.clients.register(actor, body);
  }

  @Endpoint(changeAgencyClient)
  change(
    @Input() { params, body }: InputOf<typeof changeAgencyClient>,
  ): Promise<ResponseOf<typeof changeAgencyClient>> {
    return this.clients.change(params.clientId, body);
  }

  @Endpoint(rotateAgencySecret)
  rotate(
    @Input() { params, body }: InputOf<typeof rotateAgencySecret>,
  ): Promise<ResponseOf<typeof rotateAgencySecret>> {
    return this.clients.rotate(params.clientId, body.endFormer);
  }

  @Endpoint(revokeAgencyClient)
  revoke(
    @Input() { params }: InputOf<typeof revokeAgencyClient>,
  ): Promise<ResponseOf<typeof revokeAgencyClient>> {
    return this.clients.revoke(params.clientId);
  }

  @Endpoint(addWebhookSubscription)
  subscribe(
    @Input() input: InputOf<typeof addWebhookSubscription>,
    @CurrentActor() actor: OfficerActor,
  ): Promise<ResponseOf<typeof addWebhookSubscription>> {
    return this.subscriptions.add(actor, input);
  }

  @Endpoint(rotateSigningSecret)
  rotateSigning(
    @Input() input: InputOf<typeof rotateSigningSecret>,
    @CurrentActor() actor: OfficerActor,
    @Idempotency() idempotency: IdempotencyRequest,
  ): Promise<ResponseOf<typeof rotateSigningSecret>> {
    return this.rotation.execute(actor, input, idempotency);
  }

  @Endpoint(endWebhookSubscription)
  unsubscribe(
    @Input() { params }: InputOf<typeof endWebhookSubscription>,
  ): Promise<ResponseOf<typeof endWebhookSubscription>> {
    return this.subscriptions.end(params.clientId, params.subscriptionId);
  }

  @Endpoint(listWebhookDeliveries)
  async log(
    @Input() { params, query }: InputOf<typeof listWebhookDeliveries>,
  ): Promise<ResponseOf<typeof listWebhookDeliveries>> {
    await this.clients.get(params.clientId);
    return this.deliveries.page(params.clientId, query);
  }

  @Endpoint(replayWebhookDelivery)
  replay(
    @Input() { params }: InputOf<typeof replayWebhookDelivery>,
  ): Promise<ResponseOf<typeof replayWebhookDelivery>> {
    return this.deliveries.replay(params.clientId, params.deliveryId);
  }
}
