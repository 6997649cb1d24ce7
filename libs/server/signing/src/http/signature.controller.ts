import { Controller, Req } from '@nestjs/common';
import { askForSignature, getSignatures, type InputOf, recordPaperSignature } from '@mocua/contract';
import { uploadStream } from '@mocua/server/dossier';
import { CurrentActor, Endpoint, Input, type MocuaRequest, type OfficerActor } from '@mocua/server/kernel';
import { ReadSignatures } from '../application/read-signatures';
import { SettleSignature } from '../application/settle-signature';

/** Signatures of a decision, for its officers. */
@Controller()
export class SignatureController {
  constructor(
    private readonly reading: ReadSignatures,
    private readonly settling: SettleSignature,
  ) {}

  @Endpoint(getSignatures)
  read(@CurrentActor() actor: OfficerActor, @Input() { params }: InputOf<typeof getSignatures>) {
    return this.reading.execute(actor, params.dossierId);
  }

  @Endpoint(askForSignature)
  ask(@CurrentActor() actor: OfficerActor, @Input() input: InputOf<typeof askForSignature>) {
    return this.settling.askAgain(actor, input);
  }

  @Endpoint(recordPaperSignature)
  onPaper(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof recordPaperSignature>,
    @Req() request: MocuaRequest,
  ) {
    return this.settling.onPaper(actor, input, uploadStream(request));
  }
}
