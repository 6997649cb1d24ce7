import type { NationalGapView } from '@mocua/contract';
import { componentGaps } from './component-gaps';
import { type Gap, isBlank, missing } from './gap';
import { gapWords } from './gap-words';
import type { NationalRecord } from './national-record';
import { numbered, type Place } from './places';
import { timeAndFeeGaps } from './time-and-fee-gaps';

/** What a publisher still has to complete, one entry for each kind, most of it in the order of the page. */
export function completeness(record: NationalRecord): NationalGapView[] {
  const gaps = [
    ...headGaps(record),
    ...stepGaps(record),
    ...timeAndFeeGaps(record),
    ...componentGaps(record),
    ...tailGaps(record),
    ...oldUnitGaps(record),
  ];
  const byKind = new Map<Gap['kind'], Place[]>();
  for (const { kind, place } of gaps) {
    const places = byKind.get(kind) ?? [];
    byKind.set(kind, places);
    if (place) places.push(place);
  }
  return [...byKind].map(([kind, places]) => {
    const [vi, en] = gapWords[kind];
    return { kind, message: { vi, en }, places };
  });
}

function headGaps(record: NationalRecord): Gap[] {
  return [
    ...missing('publisher-missing', isBlank(record.publisherCode)),
    ...missing('status-missing', isBlank(record.statusSaid)),
    ...missing(
      'field-missing',
      record.fields.every(({ name }) => isBlank(name)),
    ),
    ...record.fields.flatMap(({ code, name }, index): Gap[] =>
      isBlank(code) ? [{ kind: 'field-code-missing', place: numbered('field', index, name) }] : [],
    ),
  ];
}

function stepGaps({ sequences }: NationalRecord): Gap[] {
  const steps = sequences.flatMap((sequence) => sequence.steps);
  const empty = steps.flatMap((step, index): Gap[] =>
    isBlank(step) ? [{ kind: 'step-empty', place: numbered('step', index) }] : [],
  );
  return [...missing('steps-missing', steps.length === 0), ...empty];
}

function tailGaps(record: NationalRecord): Gap[] {
  const { audiences, results, legalBasis, agencies } = record;
  return [
    ...missing('audiences-missing', audiences.every(isBlank)),
    ...missing(
      'results-missing',
      results.every(({ name }) => isBlank(name)),
    ),
    ...results.flatMap(({ code, name }, index): Gap[] =>
      isBlank(code) ? [{ kind: 'result-code-missing', place: numbered('result', index, name) }] : [],
    ),
    ...missing('law-missing', legalBasis.length === 0),
    ...legalBasis.flatMap(({ number, title }, index): Gap[] =>
      isBlank(number) ? [{ kind: 'law-number-missing', place: numbered('law', index, title) }] : [],
    ),
    ...missing(
      'agencies-missing',
      agencies.every(({ name }) => isBlank(name)),
    ),
    ...agencies.flatMap(({ code, name }, index): Gap[] =>
      isBlank(code) ? [{ kind: 'agency-code-missing', place: numbered('agency', index, name) }] : [],
    ),
    ...missing('requirements-empty', isBlank(record.requirements)),
  ];
}

/** @legal Luật Tổ chức chính quyền địa phương 72/2025/QH15: two levels since 2025-07-01 */
const oldUnits = /cấp huyện|thị trấn|UBND huyện|Ủy ban nhân dân (?:huyện|quận|thị xã)/iu;

function oldUnitGaps(record: NationalRecord): Gap[] {
  const texts: (readonly [string, Place])[] = [
    ...record.sequences.flatMap(({ steps }) =>
      steps.map((step, index) => [step, numbered('step', index, step)] as const),
    ),
    ...record.channels.flatMap(({ times }) =>
      times.flatMap(({ fees }) =>
        fees.map(({ note }, index) => [note, numbered('fee', index, note)] as const),
      ),
    ),
    ...record.cases.flatMap(({ components }) =>
      components.map(({ name }, index) => [name, numbered('component', index, name)] as const),
    ),
    ...record.agencies.map(({ name }, index) => [name, numbered('agency', index, name)] as const),
  ];
  const places = new Map(texts.flatMap(([text, place]) => (oldUnits.test(text) ? [[place.vi, place]] : [])));
  return [...places.values()].map((place) => ({ kind: 'old-unit', place }));
}
