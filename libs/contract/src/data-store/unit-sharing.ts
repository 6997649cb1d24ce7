import { z } from 'zod';
import { cursor, isoDate, isoDateTime, text, unitId } from '../kernel/scalars';
import { paperKinds, paperSources, paperStandings } from './kinds';
import { storedPaperId } from './schemas';
import { unitSharePurposes, unitShareStates } from './unit-sharing-kinds';

export const unitShareId = z.uuid().brand<'UnitShareId'>();
export type UnitShareId = z.output<typeof unitShareId>;

/** What for, by a short list or in the person’s own words. */
export const unitSharePurpose = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(unitSharePurposes).exclude(['other']) }),
  z.strictObject({ kind: z.literal('other'), words: text(5, 200) }),
]);
export type UnitSharePurpose = z.output<typeof unitSharePurpose>;

/** An agency of the province that a paper may be shared with. */
export const shareableUnit = z.strictObject({
  unitId,
  name: z.string(),
  address: z.string(),
  /** Names people knew it by before, nearest first. */
  formerNames: z.array(z.string()),
});
export type ShareableUnit = z.output<typeof shareableUnit>;
export const findUnitsToShareSchemas = {
  query: z.strictObject({ search: text(2, 100) }),
  response: z.strictObject({ items: z.array(shareableUnit) }),
};

/** A share with an agency as its giver sees it. */
export const givenUnitShare = z.strictObject({
  shareId: unitShareId,
  paperId: storedPaperId,
  title: z.string(),
  unitName: z.string(),
  purpose: unitSharePurpose,
  sharedAt: isoDateTime,
  /** Last day, in Vietnam. */
  until: isoDate,
  state: z.enum(unitShareStates),
});
export type GivenUnitShare = z.output<typeof givenUnitShare>;
export const shareWithUnitSchemas = {
  params: z.strictObject({ paperId: storedPaperId }),
  body: z.strictObject({ unitId, purpose: unitSharePurpose, until: isoDate }),
  response: givenUnitShare,
};
export const listGivenUnitSharesSchemas = { response: z.strictObject({ items: z.array(givenUnitShare) }) };
const ofShare = z.strictObject({ shareId: unitShareId });
export const endUnitShareSchemas = { params: ofShare, response: z.strictObject({}) };

/** A paper that somebody shares with the officer’s agency: enough to know whether to open it, nothing else of the store. */
export const paperForUnit = z.strictObject({
  shareId: unitShareId,
  /** Name of the person who shares it. */
  from: z.string(),
  title: z.string(),
  kind: z.enum(paperKinds),
  source: z.enum(paperSources),
  standing: z.enum(paperStandings),
  purpose: unitSharePurpose,
  sharedAt: isoDateTime,
  until: isoDate,
});
export type PaperForUnit = z.output<typeof paperForUnit>;
export const listPapersForUnitSchemas = {
  query: z.strictObject({ after: cursor.optional() }),
  response: z.strictObject({ items: z.array(paperForUnit), next: cursor.nullable() }),
};
export const downloadPaperForUnitSchemas = { params: ofShare };
