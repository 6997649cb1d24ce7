import type { InputOf, messageReceipt, NoticeChannel, ResponseOf } from '@mocua/contract';
import type { Deliveries } from '../persistence/deliveries';
import type { Carrier, ReceiptReader } from '../ports';

const carriedBy: Readonly<Record<Carrier, readonly NoticeChannel[]>> = {
  gateway: ['sms', 'email'],
  zalo: ['zalo'],
};

/** Takes the word of a carrier for what became of a message, when the carrier signed it. */
export class HearReceipt {
  constructor(
    private readonly reader: ReceiptReader,
    private readonly deliveries: Deliveries,
  ) {}

  /** Safe to repeat. A receipt nobody signed, or for a message nobody sent, changes nothing. */
  async execute({
    params,
    body,
  }: InputOf<typeof messageReceipt>): Promise<ResponseOf<typeof messageReceipt>> {
    const receipt = this.reader.read(params.carrier, body);
    return {
      accepted: receipt !== null && (await this.deliveries.hear(receipt, carriedBy[params.carrier])),
    };
  }
}
