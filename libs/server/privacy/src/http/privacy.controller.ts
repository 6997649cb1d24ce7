import { Controller, Res } from '@nestjs/common';
import {
  decideConsent,
  downloadMyData,
  fileRightsRequest,
  getPrivacy,
  type InputOf,
  listMyRightsRequests,
  type ResponseOf,
  takeBackRightsRequest,
} from '@mocua/contract';
import {
  type CitizenActor,
  Clock,
  CurrentActor,
  Endpoint,
  Idempotency,
  type IdempotencyRequest,
  Input,
  type MocuaReply,
} from '@mocua/server/kernel';
import { FileRightsRequest } from '../application/file-rights-request';
import { MyData } from '../application/my-data';
import { PrivacyChoices } from '../application/privacy-choices';
import { sendDownload } from './send-download';

/** What a person may know and decide about their own data. */
@Controller()
export class PrivacyController {
  constructor(
    private readonly choices: PrivacyChoices,
    private readonly requests: FileRightsRequest,
    private readonly copies: MyData,
    private readonly clock: Clock,
  ) {}

  @Endpoint(getPrivacy)
  privacy(@CurrentActor() actor: CitizenActor): Promise<ResponseOf<typeof getPrivacy>> {
    return this.choices.of(actor);
  }

  @Endpoint(decideConsent)
  decide(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof decideConsent>) {
    return this.choices.decide(actor, input);
  }

  @Endpoint(listMyRightsRequests)
  async list(@CurrentActor() actor: CitizenActor): Promise<ResponseOf<typeof listMyRightsRequests>> {
    return { items: await this.requests.list(actor) };
  }

  @Endpoint(fileRightsRequest)
  file(
    @CurrentActor() actor: CitizenActor,
    @Input() input: InputOf<typeof fileRightsRequest>,
    @Idempotency() idempotency: IdempotencyRequest,
  ): Promise<ResponseOf<typeof fileRightsRequest>> {
    return this.requests.file(actor, input, idempotency);
  }

  @Endpoint(takeBackRightsRequest)
  takeBack(
    @CurrentActor() actor: CitizenActor,
    @Input() { params, body }: InputOf<typeof takeBackRightsRequest>,
  ): Promise<ResponseOf<typeof takeBackRightsRequest>> {
    return this.requests.takeBack(actor, params.requestId, body.version);
  }

  @Endpoint(downloadMyData)
  async download(@CurrentActor() actor: CitizenActor, @Res() reply: MocuaReply): Promise<void> {
    const content = await this.copies.of(actor);
    const name = `du-lieu-cua-toi-${this.clock.today()}.json`;
    await sendDownload(reply, { content, mediaType: 'application/json', name });
  }
}
