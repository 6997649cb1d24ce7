import { Controller } from '@nestjs/common';
import { type InputOf, messageReceipt } from '@mocua/contract';
import { Endpoint, Input } from '@mocua/server/kernel';
import { HearReceipt } from '../application/hear-receipt';

/** Where carriers of messages reach us; they have no session, their signature is what counts. */
@Controller()
export class MessagePartnerController {
  constructor(private readonly receipts: HearReceipt) {}

  @Endpoint(messageReceipt)
  hear(@Input() input: InputOf<typeof messageReceipt>) {
    return this.receipts.execute(input);
  }
}
