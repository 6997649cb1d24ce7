import { Controller } from '@nestjs/common';
import {
  completeTask,
  confirmSupplement,
  type InputOf,
  receiveDossier,
  refuseDossier,
  requestSupplement,
  returnResult,
  sendSupplement,
} from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import {
  CurrentActor,
  Endpoint,
  Idempotency,
  type IdempotencyRequest,
  Input,
  type OfficerActor,
} from '@mocua/server/kernel';
import { CompleteTask } from '../application/complete-task';
import { ReceiveDossier } from '../application/receive-dossier';
import { RefuseDossier } from '../application/refuse-dossier';
import { RequestSupplement } from '../application/request-supplement';
import { ReturnResult } from '../application/return-result';
import { SettleSupplement } from '../application/settle-supplement';
import { OfficerViews } from '../application/views/officer-views';

/** What an officer does to a dossier. Every answer is the dossier as it stands afterwards. */
@Controller()
export class OfficerCommandController {
  constructor(
    private readonly receiving: ReceiveDossier,
    private readonly refusing: RefuseDossier,
    private readonly requesting: RequestSupplement,
    private readonly settling: SettleSupplement,
    private readonly completing: CompleteTask,
    private readonly returning: ReturnResult,
    private readonly views: OfficerViews,
  ) {}

  @Endpoint(receiveDossier)
  receive(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof receiveDossier>,
    @Idempotency() key: IdempotencyRequest,
  ) {
    return this.show(actor, this.receiving.execute(actor, input, key));
  }

  @Endpoint(refuseDossier)
  refuse(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof refuseDossier>,
    @Idempotency() key: IdempotencyRequest,
  ) {
    return this.show(actor, this.refusing.execute(actor, input, key));
  }

  @Endpoint(requestSupplement)
  request(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof requestSupplement>,
    @Idempotency() key: IdempotencyRequest,
  ) {
    return this.show(actor, this.requesting.execute(actor, input, key));
  }

  @Endpoint(sendSupplement)
  send(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof sendSupplement>,
    @Idempotency() key: IdempotencyRequest,
  ) {
    return this.show(actor, this.settling.send(actor, input, key));
  }

  @Endpoint(confirmSupplement)
  confirm(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof confirmSupplement>,
    @Idempotency() key: IdempotencyRequest,
  ) {
    return this.show(actor, this.settling.confirm(actor, input, key));
  }

  @Endpoint(completeTask)
  complete(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof completeTask>,
    @Idempotency() key: IdempotencyRequest,
  ) {
    return this.show(actor, this.completing.execute(actor, input, key));
  }

  @Endpoint(returnResult)
  return(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof returnResult>,
    @Idempotency() key: IdempotencyRequest,
  ) {
    return this.show(actor, this.returning.execute(actor, input, key));
  }

  private async show(actor: OfficerActor, after: Promise<DossierState>) {
    return this.views.detail(actor, await after);
  }
}
