import { Injectable } from '@nestjs/common';
import type { FeePreview, InputOf, previewProcedureFees } from '@mocua/contract';
import { Clock } from '@mocua/server/kernel';
import { feePreviewOf } from '../domain/fee-preview';
import { PublishedProcedures } from './published-procedures';

/** Tells what a procedure costs today before anything is known of the person: amounts, bounds and grounds to pay less. */
@Injectable()
export class PreviewProcedureFees {
  constructor(
    private readonly procedures: PublishedProcedures,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `procedure.not-found` */
  async execute({ params, query }: InputOf<typeof previewProcedureFees>): Promise<FeePreview> {
    const date = this.clock.today();
    const procedure = await this.procedures.current(params.code, date);
    const { channel } = query;
    return feePreviewOf(procedure, {}, { date, channel, identityLevel: null, isOrganisation: null });
  }
}
