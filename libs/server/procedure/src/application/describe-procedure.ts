import { Injectable } from '@nestjs/common';
import type { ProcedureSummary, ProcedureView } from '@mocua/contract';
import { Clock, Config } from '@mocua/server/kernel';
import { durationFor } from '@mocua/engine/process';
import { type CatalogueEntry, routeOn } from '../domain/catalogue-entry';
import type { ComponentDefinition } from '../domain/procedure-package';
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
    const today = this.clock.today();
    const { entry, components, rules } = await this.procedures.current(code, today);
    const route = routeOn(entry, today);
    const notOnline = whyNotOnline({ ...entry, route }, this.config.onlineFiling);
    const { duration, startSource } = rules.clock;
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
      durationSource: durationFor(duration, {})?.source ?? startSource,
      competentAgency: entry.competentAgency,
      boundaryFree: entry.boundaryFree,
      conditions: [...entry.conditions],
      legalBasis: entry.legalBasis.map(({ citation, title, verified }) => ({ citation, title, verified })),
      route,
      serviceLevelReason: entry.serviceLevelReason ?? null,
      onlineFiling: notOnline === null,
      onlineFilingReason: notOnline,
      notDemanded: (entry.notDemanded ?? []).map(({ name, register, basis }) => ({
        component: name,
        register,
        legalBasis: basis.citation,
      })),
      ...packageParts(entry),
      record: null,
      experience: await this.times.experienceWith(code),
    };
  }
}

const everybody: ProcedureView['capacities'] = ['person', 'organisation', 'guardian', 'delegate'];

/** What only a package says; a mutable copy, because views are plain data. */
function packageParts(
  entry: CatalogueEntry,
): Pick<ProcedureView, 'channels' | 'cases' | 'capacities' | 'result' | 'guidance' | 'terms'> {
  const { channels = [], cases = [], terms = [], capacities = everybody, guidance = null } = entry;
  return structuredClone({
    channels,
    cases: cases.map(({ code, name, components }) => ({ code, name, components })),
    capacities,
    result: entry.result ?? 'document',
    guidance,
    terms,
  }) as ReturnType<typeof packageParts>;
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
