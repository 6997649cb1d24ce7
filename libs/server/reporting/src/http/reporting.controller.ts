import { Controller } from '@nestjs/common';
import { getReport, type InputOf, listReports, releaseReport } from '@mocua/contract';
import { CurrentActor, Endpoint, Input, type OfficerActor, problem } from '@mocua/server/kernel';
import { ReadReports } from '../application/read-reports';
import { ReleaseReport } from '../application/release-report';

/** Reports as administrators and inspectors see them, and letting them go. */
@Controller()
export class ReportingController {
  constructor(
    private readonly reading: ReadReports,
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
}
