import { Controller } from '@nestjs/common';
import { type InputOf, listPaymentGrounds, requestPayment } from '@mocua/contract';
import {
  CurrentActor,
  Endpoint,
  Idempotency,
  type IdempotencyRequest,
  Input,
  type OfficerActor,
} from '@mocua/server/kernel';
import { PaymentGrounds } from '../application/finance/payment-grounds';
import { RequestPayment } from '../application/finance/request-payment';
import { OfficerViews } from '../application/views/officer-views';

/** Asking for money during the work, on a ground of the package. */
@Controller()
export class PaymentRequestController {
  constructor(
    private readonly grounds: PaymentGrounds,
    private readonly requests: RequestPayment,
    private readonly views: OfficerViews,
  ) {}

  @Endpoint(listPaymentGrounds)
  list(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof listPaymentGrounds>) {
    return this.grounds.list(actor, input);
  }

  @Endpoint(requestPayment)
  async request(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof requestPayment>,
    @Idempotency() key: IdempotencyRequest,
  ) {
    return this.views.detail(actor, await this.requests.execute(actor, input, key));
  }
}
