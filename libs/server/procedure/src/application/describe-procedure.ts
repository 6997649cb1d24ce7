import { Injectable } from '@nestjs/common';
import type { ProcedureSummary, ProcedureView } from '@mocua/contract';
import { baseCodeOf, recordOf } from '@mocua/engine/national-record';
import { Clock, Config, problem } from '@mocua/server/kernel';
import { durationFor } from '@mocua/engine/process';
import { type CatalogueEntry, routeOn } from '../domain/catalogue-entry';
import { describeRecord, toRecordView } from '../domain/describe-record';
import type { ComponentDefinition, PublishedProcedure } from '../domain/procedure-package';
import { whyNotOnline } from '../domain/online-filing';
import { NationalRecords } from '../persistence/national-records';
import { ProcessingTimes } from '../ports';
import { PublishedProcedures } from './published-procedures';

/** Describes a procedure to the public, as it is in force today. */
@Injectable()
export class DescribeProcedure {
  constructor(
    private readonly procedures: PublishedProcedures,
    private readonly records: NationalRecords,
    private readonly times: ProcessingTimes,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * @param code - with or without the suffix of a province
   * @throws Problem `procedure.not-found`
   */
  async execute(code: string): Promise<ProcedureView> {
    const today = this.clock.today();
    const base = baseCodeOf(code);
    const stored = await this.records.inForce(base, today);
    const record = stored ? { ...stored, record: recordOf(stored.content) } : null;
    const procedure = await this.procedures.findCurrent(base, today);
    const experience = await this.times.experienceWith(base);
    if (procedure)
      return {
        ...this.describePackage(procedure, today),
        record: record ? toRecordView(record) : null,
        experience,
      };
    if (!record) throw problem('procedure.not-found', { code });
    return { ...describeRecord(record), experience };
  }

  private describePackage(
    { entry, components, rules }: PublishedProcedure,
    today: string,
  ): Omit<ProcedureView, 'record' | 'experience'> {
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
