import { Controller } from '@nestjs/common';
import {
  getReport,
  type InputOf,
  listReports,
  prepareReport,
  type ProblemCode,
  releaseReport,
} from '@mocua/contract';
import { CurrentActor, Endpoint, Input, type OfficerActor, problem } from '@mocua/server/kernel';
import { type Prepared, PrepareReport } from '../application/prepare-report';
import { ReadReports } from '../application/read-reports';
import { ReleaseReport } from '../application/release-report';

const reasonNeeded = 'Hãy ghi vì sao cần bản mới, ít nhất 10 ký tự.';
const refusals: Readonly<Record<Exclude<Prepared['outcome'], 'prepared' | 'unchanged'>, ProblemCode>> = {
  'not-a-month': 'report.no-indicators',
  'not-over': 'report.month-not-over',
  behind: 'report.not-counted-yet',
  'no-reason': 'report.reason-needed',
  'no-indicators': 'report.no-indicators',
};

/** Reports as administrators and inspectors see them, and letting them go. */
@Controller()
export class ReportingController {
  constructor(
    private readonly reading: ReadReports,
    private readonly preparing: PrepareReport,
    private readonly releasing: ReleaseReport,
  ) {}

  @Endpoint(listReports)
  list() {
    return this.reading.list();
  }

  @Endpoint(getReport)
  one(@Input() { params, query }: InputOf<typeof getReport>) {
    return this.reading.one(params.month, params.version, query.unit ?? null);
  }

  @Endpoint(releaseReport)
  async release(
    @CurrentActor() { assignment }: OfficerActor,
    @Input() { params: { month, version }, body }: InputOf<typeof releaseReport>,
  ) {
    const outcome = await this.releasing.execute(month, version, body.answerable, assignment);
    if (outcome === 'not-found' || outcome === 'nobody-answers') throw problem('report.not-found');
    if (outcome === 'not-newest') throw problem('report.not-newest');
    return this.reading.standing(month, version);
  }

  /** Done again it answers with the version that is there: the same numbers never make another one. */
  @Endpoint(prepareReport)
  async prepare(@Input() { body: { month, reason } }: InputOf<typeof prepareReport>) {
    const prepared = await this.preparing.execute(month, reason);
    if (!('report' in prepared)) {
      const code = refusals[prepared.outcome];
      const isAtReason = code === 'report.reason-needed';
      throw problem(code, {}, isAtReason ? [{ path: 'reason', code, message: reasonNeeded }] : []);
    }
    const { version } = prepared.report;
    return { isNew: prepared.outcome === 'prepared', standing: await this.reading.standing(month, version) };
  }
}
