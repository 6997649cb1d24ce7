import type { NationalRecord } from '@mocua/engine/national-record';
import type { SearchableProcedure } from './searchable-procedure';
import { summaryOfRecord } from './describe-record';

/** The words of a record by which people may find it. */
export function searchableRecord(code: string, hash: string, record: NationalRecord): SearchableProcedure {
  return {
    code,
    otherCodes: record.nationalCode === code ? [] : [record.nationalCode],
    source: 'record',
    hash,
    summary: summaryOfRecord(code, record),
    otherNames: [],
    synonyms: [],
    abbreviations: [],
    fields: names(record.fields),
    agencies: names(record.agencies),
    audiences: record.audiences,
    results: names(record.results),
    components: record.cases.flatMap(({ name, components }) => [name, ...names(components)]).filter(isSaid),
    texts: [...record.sequences.flatMap(({ steps }) => steps), record.requirements].filter(isSaid),
  };
}

/** One procedure that both a package and a record describe: the package leads, the words of the record find it too. */
export function withRecord(found: SearchableProcedure, record: SearchableProcedure): SearchableProcedure {
  const sameName = found.summary.name.vi === record.summary.name.vi;
  return {
    ...found,
    otherCodes: [...found.otherCodes, ...record.otherCodes],
    hash: `${found.hash} ${record.hash}`,
    otherNames: sameName ? found.otherNames : [...found.otherNames, record.summary.name.vi],
    fields: union(found.fields, record.fields),
    agencies: union(found.agencies, record.agencies),
    audiences: union(found.audiences, record.audiences),
    results: union(found.results, record.results),
    components: union(found.components, record.components),
    texts: union(found.texts, record.texts),
  };
}

function names(items: readonly { readonly name: string }[]): string[] {
  return items.map(({ name }) => name).filter(isSaid);
}

function isSaid(text: string): boolean {
  return text.trim() !== '';
}

function union(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...some, ...others])];
}
