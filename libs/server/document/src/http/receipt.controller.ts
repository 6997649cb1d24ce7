import { Controller } from '@nestjs/common';
import { type InputOf, listSigningKeys, type ResponseOf, verifyReceipt } from '@mocua/contract';
import { Endpoint, Input } from '@mocua/server/kernel';
import { ReceiptSigner } from '../receipts/receipt-signer';

/** Lets anybody check a receipt: here, or offline with the listed keys. */
@Controller()
export class ReceiptController {
  constructor(private readonly signer: ReceiptSigner) {}

  @Endpoint(verifyReceipt)
  verify(@Input() input: InputOf<typeof verifyReceipt>): ResponseOf<typeof verifyReceipt> {
    return { valid: this.signer.verify(input.body), keyId: input.body.keyId };
  }

  @Endpoint(listSigningKeys)
  list(): ResponseOf<typeof listSigningKeys> {
    return { keys: this.signer.keys() };
  }
}
