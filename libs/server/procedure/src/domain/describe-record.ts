import type { Localized, NationalRecordView, ProcedureSummary, ProcedureView } from '@mocua/contract';
import {
  completeness,
  type NationalRecord,
  readAudience,
  type RecordTime,
} from '@mocua/engine/national-record';
import { recordOnly } from './online-filing';

/** A published record and since when it is shown. */
export interface RecordOnShow {
  /** Code of the procedure, without the suffix of a province. */
  readonly code: string;
  readonly revision: number;
  readonly effectiveFrom: string;
  readonly record: NationalRecord;
}

/** The record for the public: everything it says, and what is still missing. */
export function toRecordView({ record, revision, effectiveFrom }: RecordOnShow): NationalRecordView {
  return { ...record, revision, effectiveFrom, gaps: completeness(record) };
}

/**
 * A procedure that only the national database describes. Nothing is made up: what the record does not say is empty, and
 * Vietnamese words stand in both languages because nobody has translated them.
 */
export function describeRecord(onShow: RecordOnShow): Omit<ProcedureView, 'experience'> {
  const { code, revision, effectiveFrom, record } = onShow;
  return {
    ...summaryOfRecord(code, record),
    source: 'record',
    version: revision,
    effectiveFrom,
    whoMayApply: said(record.audiences.join(', ')),
    steps: record.sequences.flatMap(({ steps }) => steps.map(said)),
    components: [],
    results: record.results.map(({ name }) => said(name)),
    feeAmount: isFree(record) ? 0 : null,
    durationSource: { citation: nationalSource(record), effectiveFrom, verified: false },
    competentAgency: said(record.agencies.map(({ name }) => name).join(', ')),
    boundaryFree: 'none',
    conditions: record.requirements.trim() === '' ? [] : [said(record.requirements)],
    legalBasis: record.legalBasis.map(({ number, title }) => ({
      citation: number === '' ? title : number,
      title: said(title),
      verified: false,
    })),
    route: null,
    serviceLevelReason: recordOnly,
    onlineFiling: false,
    onlineFilingReason: recordOnly,
    notDemanded: [],
    channels: [],
    cases: [],
    capacities: [],
    result: 'document',
    guidance: null,
    terms: [],
    record: toRecordView(onShow),
  };
}

export function summaryOfRecord(code: string, record: NationalRecord): ProcedureSummary {
  return {
    code,
    name: said(record.name),
    field: fieldOf(record),
    audience: readAudience(record.audiences),
    serviceLevel: 'information',
    duration: durationOf(record),
    fee: feeOf(record),
  };
}

/** The national source by name, for whoever asks where a time limit comes from. */
function nationalSource({ nationalCode }: NationalRecord): string {
  return `Cơ sở dữ liệu quốc gia về thủ tục hành chính, ${nationalCode}`;
}

function said(text: string): Localized {
  return { vi: text, en: text };
}

function fieldOf({ fields }: NationalRecord): Localized {
  const names = fields.map(({ name }) => name).filter((name) => name.trim() !== '');
  return names.length > 0 ? said(names.join(', ')) : { vi: 'Chưa ghi lĩnh vực', en: 'Field not stated' };
}

/** All time limits in one line, each once; the table of the record says which one holds when. */
function durationOf({ channels }: NationalRecord): Localized {
  const limits = channels.flatMap(({ times }) => times.map(limitOf));
  const each = [...new Map(limits.map((limit) => [limit.vi, limit])).values()].filter(({ vi }) => vi !== '');
  if (each.length === 0) return { vi: 'Chưa ghi thời hạn', en: 'Time limit not stated' };
  const joined = { vi: each.map(({ vi }) => vi).join(' hoặc '), en: each.map(({ en }) => en).join(' or ') };
  return each.length === 1
    ? joined
    : { vi: `${joined.vi}, tùy trường hợp`, en: `${joined.en}, depending on the case` };
}

const englishMeasures = { hour: 'hours', day: 'days', month: 'months', year: 'years' } as const;

function limitOf({ said: number, unitSaid, note, amount, measure, meaning }: RecordTime): Localized {
  if (number.trim() === '') return said(note.trim());
  const vi = `${number} ${unitSaid}`.trim();
  if (!amount || !measure) return said(vi);
  const range = amount.from === amount.to ? `${amount.from}` : `${amount.from}–${amount.to}`;
  const working = meaning === 'working' ? 'working ' : '';
  return { vi, en: `${range} ${working}${englishMeasures[measure]}` };
}

function feeRows({ channels }: NationalRecord) {
  return channels.flatMap(({ times }) => times.flatMap(({ fees }) => fees));
}

/** Free only when every way of filing says so with a zero; an empty table says nothing. */
function isFree(record: NationalRecord): boolean {
  const rows = feeRows(record);
  const everyTime = record.channels.every(({ times }) => times.every(({ fees }) => fees.length > 0));
  return rows.length > 0 && everyTime && rows.every(({ amount }) => amount === 0);
}

function feeOf(record: NationalRecord): Localized {
  const rows = feeRows(record);
  if (rows.length === 0) return { vi: 'Chưa ghi phí, lệ phí', en: 'Fee not stated' };
  if (isFree(record)) return { vi: 'Không thu', en: 'None' };
  const amounts = [...new Set(rows.flatMap(({ amount }) => amount ?? []))].sort((a, b) => a - b);
  const [low] = amounts;
  const high = amounts.at(-1);
  if (low === undefined || high === undefined) return { vi: 'Xem bảng phí', en: 'See the table of fees' };
  if (low === high && rows.every(({ amount }) => amount !== null))
    return { vi: `${dong(low)} đồng`, en: `${dong(low)} đồng` };
  return {
    vi: `Nhiều mức, từ ${dong(low)} đến ${dong(high)} đồng`,
    en: `Several, from ${dong(low)} to ${dong(high)} đồng`,
  };
}

function dong(amount: number): string {
  return String(amount).replaceAll(/\B(?=(?:\d{3})+$)/gu, '.');
}
