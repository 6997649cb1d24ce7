import type { DossierId, InputOf, listReadings, LocalizedText, ResponseOf } from '@mocua/contract';
import { dataCategories, type DataCategory } from '../domain/data-category';
import { readerNames, readerText } from '../domain/reader-names';
import { type ChainedReading, readingPurposes } from '../domain/reading';
import type { Readings } from './readings';

type Page = ResponseOf<typeof listReadings>;

/** Who read a person's data, in words of that person: one line for each access. */
export class ReadersOfPerson {
  constructor(private readonly readings: Readings) {}

  async page(subjectId: string, { after, own }: InputOf<typeof listReadings>['query']): Promise<Page> {
    const without = own === 'hidden' ? subjectId : null;
    const { items, next } = await this.readings.accessesOf(subjectId, after ?? null, without);
    return { items: items.map((rows) => lineOf(rows, subjectId)), next };
  }
}

/** @param rows - the readings of one access about one dossier, newest first, never empty */
function lineOf(rows: readonly ChainedReading[], subjectId: string): Page['items'][number] {
  const [latest] = rows;
  if (!latest) throw new Error('an access without a reading');
  const own = latest.reader.kind === 'citizen' && latest.reader.id === subjectId;
  const categories = new Set<DataCategory>(rows.flatMap((row) => row.categories));
  return {
    at: latest.at,
    who: own ? { ...readerNames.yourself } : nameOf(latest),
    own,
    what: (Object.keys(dataCategories) as DataCategory[])
      .filter((category) => categories.has(category))
      .map((category) => ({ ...dataCategories[category] })),
    purpose: { ...readingPurposes[latest.purpose] },
    dossierCode: latest.dossierCode,
    dossierId: latest.dossierId as DossierId | null,
  };
}

/** Another citizen is named by what they are to the person, never by name. */
function nameOf({ reader, purpose }: ChainedReading): LocalizedText {
  if (reader.kind !== 'citizen' || reader.id === 'anonymous') return readerText(reader.label);
  return { ...(purpose === 'shared-paper' ? readerNames.sharedWith : readerNames.actingForYou) };
}
