import { Injectable } from '@nestjs/common';
import { baseCodeOf } from '@mocua/engine/national-record';
import { problem } from '@mocua/server/kernel';
import { type RecordReview, reviewOf } from '../domain/record-review';
import { NationalRecords } from '../persistence/national-records';

/** What administrators see of imported records: proposals first, then the rest by code. */
@Injectable()
export class ReviewNationalRecords {
  constructor(private readonly records: NationalRecords) {}

  async list(): Promise<readonly RecordReview[]> {
    const states = await Promise.all((await this.records.codes()).map((code) => this.records.state(code)));
    const reviews = states.flatMap((state) => (state ? [reviewOf(state)] : []));
    const open = reviews.filter(({ state }) => state === 'proposed');
    return [...open, ...reviews.filter((review) => !open.includes(review))];
  }

  /** @throws Problem `record.not-found` */
  async read(code: string): Promise<RecordReview> {
    const state = await this.records.state(baseCodeOf(code));
    if (!state) throw problem('record.not-found', { code });
    return reviewOf(state);
  }
}
