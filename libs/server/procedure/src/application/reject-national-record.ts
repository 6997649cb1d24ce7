import { Injectable } from '@nestjs/common';
import { Clock } from '@mocua/server/kernel';
import type { RecordReview } from '../domain/record-review';
import { NationalRecords } from '../persistence/national-records';
import { decideOnRecord } from './decide-on-record';

export interface RecordRejection {
  readonly code: string;
  readonly differenceHash: string;
  readonly reason: string;
  readonly rejectedBy: string;
}

/** Turns a proposed record down, with the reason; what was published stays. */
@Injectable()
export class RejectNationalRecord {
  constructor(
    private readonly records: NationalRecords,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `record.not-found`, `record.stale`, `record.decided` */
  execute({ code, differenceHash, reason, rejectedBy }: RecordRejection): Promise<RecordReview> {
    return decideOnRecord(this.records, code, differenceHash, {
      decision: 'rejected',
      effectiveFrom: null,
      effectiveTo: null,
      reason,
      decidedAt: this.clock.iso(),
      decidedBy: rejectedBy,
    });
  }
}
