import { Controller } from '@nestjs/common';
import { type InputOf, postResult, recallParcel } from '@mocua/contract';
import {
  CurrentActor,
  Endpoint,
  Idempotency,
  type IdempotencyRequest,
  Input,
  type OfficerActor,
} from '@mocua/server/kernel';
import { PostResult } from '../application/delivery/post-result';
import { RecallParcel } from '../application/delivery/recall-parcel';
import { OfficerViews } from '../application/views/officer-views';

/** What an officer does with a result that goes by post. Every answer is the dossier as it stands afterwards. */
@Controller()
export class OfficerDeliveryController {
  constructor(
    private readonly posting: PostResult,
    private readonly recalling: RecallParcel,
    private readonly views: OfficerViews,
  ) {}

  @Endpoint(postResult)
  async post(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof postResult>,
    @Idempotency() key: IdempotencyRequest,
  ) {
    return this.views.detail(actor, await this.posting.execute(actor, input, key));
  }

  @Endpoint(recallParcel)
  async recall(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof recallParcel>,
    @Idempotency() key: IdempotencyRequest,
  ) {
    return this.views.detail(actor, await this.recalling.execute(actor, input, key));
  }
}
