import { Injectable } from '@nestjs/common';
import type { DossierId } from '@mocua/contract';
import type { DossierCommand, DossierState, PaymentMethod, ReceiptNumber } from '@mocua/engine/dossier';
import { Problem, type SystemActor } from '@mocua/server/kernel';
import { CommandRunner } from '../command-runner';

const system: SystemActor = { kind: 'system', job: 'payment' };
/** Somebody else may change the dossier between the reading and the writing. */
const attempts = 5;

export interface BookedPayment {
  readonly dossierId: DossierId;
  readonly orderId: string;
  /** Integer đồng. */
  readonly amount: number;
  readonly method: PaymentMethod;
  readonly paidAt: string;
  readonly receipt: ReceiptNumber;
}
export interface BookedRefund {
  readonly dossierId: DossierId;
  readonly orderId: string;
  readonly refundId: string;
  /** Integer đồng: the payment, or a part of it. */
  readonly amount: number;
}

/** Tells a dossier of money that was booked. Telling it again changes nothing. */
@Injectable()
export class RecordMoney {
  constructor(private readonly commands: CommandRunner) {}

  payment({ dossierId, ...payment }: BookedPayment): Promise<DossierState> {
    return this.run(dossierId, { type: 'record-payment', ...payment });
  }

  refund({ dossierId, ...refund }: BookedRefund): Promise<DossierState> {
    return this.run(dossierId, { type: 'record-refund', ...refund });
  }

  private async run(dossierId: DossierId, command: DossierCommand): Promise<DossierState> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.commands.run({
          actor: system,
          dossierId,
          expectedVersion: null,
          idempotency: null,
          authorise: () => undefined,
          prepare: () => Promise.resolve({ command, sealed: [] }),
        });
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'dossier.stale' || attempt === attempts)
          throw error;
      }
    }
  }
}
