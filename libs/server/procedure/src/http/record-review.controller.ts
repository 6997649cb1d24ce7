import { Controller } from '@nestjs/common';
import {
  approveRecord,
  getRecordReview,
  type InputOf,
  listRecordReviews,
  type RecordReviewSummary,
  type RecordReviewView,
  rejectRecord,
  type ResponseOf,
} from '@mocua/contract';
import { actorScope, CurrentActor, Endpoint, Input, type OfficerActor } from '@mocua/server/kernel';
import { ApproveNationalRecord } from '../application/approve-national-record';
import { RejectNationalRecord } from '../application/reject-national-record';
import { ReviewNationalRecords } from '../application/review-national-records';
import type { RecordReview } from '../domain/record-review';

/** Imported national records, as administrators read and decide about them. */
@Controller()
export class RecordReviewController {
  constructor(
    private readonly reviews: ReviewNationalRecords,
    private readonly approval: ApproveNationalRecord,
    private readonly rejection: RejectNationalRecord,
  ) {}

  @Endpoint(listRecordReviews)
  async list(): Promise<ResponseOf<typeof listRecordReviews>> {
    return { items: (await this.reviews.list()).map(toSummary) };
  }

  @Endpoint(getRecordReview)
  async read(
    @Input() { params }: InputOf<typeof getRecordReview>,
  ): Promise<ResponseOf<typeof getRecordReview>> {
    return toView(await this.reviews.read(params.code));
  }

  @Endpoint(approveRecord)
  async approve(
    @Input() { params, body }: InputOf<typeof approveRecord>,
    @CurrentActor() actor: OfficerActor,
  ): Promise<ResponseOf<typeof approveRecord>> {
    return toView(await this.approval.execute({ ...params, ...body, approvedBy: actorScope(actor) }));
  }

  @Endpoint(rejectRecord)
  async reject(
    @Input() { params, body }: InputOf<typeof rejectRecord>,
    @CurrentActor() actor: OfficerActor,
  ): Promise<ResponseOf<typeof rejectRecord>> {
    return toView(await this.rejection.execute({ ...params, ...body, rejectedBy: actorScope(actor) }));
  }
}

function toSummary(review: RecordReview): RecordReviewSummary {
  const { code, record, state, revision, publishedRevision, importedAt, changes, gaps } = review;
  const { nationalCode, name } = record;
  return {
    code,
    nationalCode,
    name,
    state,
    revision,
    publishedRevision,
    importedAt,
    changes: changes.length,
    gaps: gaps.length,
  };
}

function toView(review: RecordReview): RecordReviewView {
  const { changes: _changes, gaps: _gaps, ...summary } = toSummary(review);
  const { differenceHash, changes, gaps, composedTexts, reason, record } = review;
  return {
    ...summary,
    differenceHash,
    changes: [...changes],
    gaps: [...gaps],
    composedTexts,
    reason,
    record,
  };
}
