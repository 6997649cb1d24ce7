import { Injectable } from '@nestjs/common';
import { Clock, problem } from '@mocua/server/kernel';
import type { RecordReview } from '../domain/record-review';
import { NationalRecords } from '../persistence/national-records';
import { decideOnRecord } from './decide-on-record';

export interface RecordApproval {
  readonly code: string;
  /** Hash of the difference that was read, as the review gave it. */
  readonly differenceHash: string;
  /** First day on which the public sees it; today when left out. */
  readonly effectiveFrom?: string | undefined;
  /** Last day; until another revision begins when left out. */
  readonly effectiveTo?: string | undefined;
  readonly approvedBy: string;
}

/** Publishes a proposed record. Nothing is shown that nobody has read. */
@Injectable()
export class ApproveNationalRecord {
  constructor(
    private readonly records: NationalRecords,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `record.not-found`, `record.stale`, `record.decided`; `request.invalid` when it ends before it begins */
  async execute(approval: RecordApproval): Promise<RecordReview> {
    const { code, differenceHash, effectiveFrom = this.clock.today(), effectiveTo = null } = approval;
    if (effectiveTo !== null && effectiveTo < effectiveFrom) throw problem('request.invalid');
    return decideOnRecord(this.records, code, differenceHash, {
      decision: 'published',
      effectiveFrom,
      effectiveTo,
      reason: null,
      decidedAt: this.clock.iso(),
      decidedBy: approval.approvedBy,
    });
  }
}
