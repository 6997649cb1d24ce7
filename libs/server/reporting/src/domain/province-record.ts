import { localDate } from '@mocua/server/kernel';
import type { DossierFacts } from './dossier-facts';

/** Destination of what the data store of the province learns. */
export const provinceStoreDestination = 'province-store';

/** Destination of reports to the Government. */
export const governmentReportsDestination = 'government-reports';

/**
 * One dossier as the data store of the province sees it. Days instead of instants, a number of its own instead of a code: nobody
 * can look up whose it is.
 */
export interface ProvinceRecord {
  readonly recordId: string;
  /** Grows with each change. */
  readonly revision: number;
  readonly procedureCode: string;
  readonly procedureVersion: number;
  /** Code of the unit in the catalogue of agencies. */
  readonly unit: string;
  readonly channel: DossierFacts['channel'];
  /** `YYYY-MM-DD` in Vietnam, as are the others. */
  readonly submittedOn: string;
  readonly receivedOn: string | null;
  readonly originallyDueOn: string | null;
  readonly dueOn: string | null;
  readonly endedOn: string | null;
  readonly ending: DossierFacts['ending'];
  readonly returnedOn: string | null;
  readonly digitised: boolean;
  readonly reused: boolean;
  readonly supplements: number;
  readonly hasFee: boolean;
  readonly paidOnline: boolean;
}

export function provinceRecordOf(facts: DossierFacts, recordId: string, unit: string): ProvinceRecord {
  const dayOf = (instant: string | null): string | null => instant && localDate(new Date(instant));
  return {
    recordId,
    revision: facts.seq,
    procedureCode: facts.procedure.code,
    procedureVersion: facts.procedure.version,
    unit,
    channel: facts.channel,
    submittedOn: localDate(new Date(facts.submittedAt)),
    receivedOn: dayOf(facts.receivedAt),
    originallyDueOn: dayOf(facts.originalDueAt),
    dueOn: dayOf(facts.dueAt),
    endedOn: dayOf(facts.endedAt),
    ending: facts.ending,
    returnedOn: dayOf(facts.returnedAt),
    digitised: facts.digitised,
    reused: facts.reused,
    supplements: facts.supplements.length,
    hasFee: facts.hasFee,
    paidOnline: facts.paidOnline.length > 0,
  };
}

/** Whether the store has to be told: something it is shown is different now. */
export function isNews(before: DossierFacts | null, after: DossierFacts): boolean {
  if (before === null) return true;
  const shown = (facts: DossierFacts): string =>
    JSON.stringify({ ...provinceRecordOf(facts, '', facts.unitId), revision: 0 });
  return shown(before) !== shown(after);
}
