import { Injectable } from '@nestjs/common';
import type { ProcedureSummary, ProcedureView } from '@mocua/contract';
import { Clock, Config } from '@mocua/server/kernel';
import type { CatalogueEntry, ComponentDefinition } from '../domain/procedure-package';
import { whyNotOnline } from '../domain/online-filing';
import { ProcessingTimes } from '../ports';
import { PublishedProcedures } from './published-procedures';

/** Describes a procedure to the public, as it is in force today. */
@Injectable()
export class DescribeProcedure {
  constructor(
    private readonly procedures: PublishedProcedures,
    private readonly times: ProcessingTimes,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `procedure.not-found` */
  async execute(code: string): Promise<ProcedureView> {
    const { entry, components, rules } = await this.procedures.current(code, this.clock.today());
    const notOnline = whyNotOnline(entry, this.config.onlineFiling);
    return {
      ...summaryOf(entry),
      source: 'package',
      version: entry.version,
      effectiveFrom: entry.effectiveFrom,
      whoMayApply: entry.whoMayApply,
      steps: [...entry.steps],
      components: components.map(toComponentView),
      results: [...entry.results],
      feeAmount: entry.feeAmount,
      durationSource: rules.clock.duration.source,
      competentAgency: entry.competentAgency,
      boundaryFree: entry.boundaryFree,
      conditions: [...entry.conditions],
      legalBasis: entry.legalBasis.map(({ citation, title, verified }) => ({ citation, title, verified })),
      route: entry.route,
      serviceLevelReason: null,
      onlineFiling: notOnline === null,
      onlineFilingReason: notOnline,
      notDemanded: [],
      record: null,
      experience: await this.times.experienceWith(code),
    };
  }
}

export function summaryOf(entry: CatalogueEntry): ProcedureSummary {
  return {
    code: entry.code,
    name: entry.name,
    field: entry.field,
    audience: entry.audience,
    serviceLevel: entry.serviceLevel,
    duration: entry.duration,
    fee: entry.fee,
  };
}

function toComponentView(component: ComponentDefinition): ProcedureView['components'][number] {
  const { code, name, hint, required, condition, originals, copies } = component;
  return { code, name, hint, required, condition, originals, copies };
}
