import { z } from 'zod';
import { localizedText } from '../kernel/scalars';
import { lifeEventCodes } from './life-events';
import { procedureSummary } from './schemas';

const words = z.array(z.string());

/** A procedure that was found, and why. */
export const procedureHit = procedureSummary.extend({
  matched: z.strictObject({
    /** Words without tones that were meant by the query; a page marks them in the name. */
    words,
    /** The other words it was found by when its name does not say them, for example `sổ đỏ`; else null. */
    via: z.string().nullable(),
  }),
  /** Real processing time: median working minutes and how many dossiers it rests on; null below 5 dossiers. */
  experience: z.strictObject({ medianWorkingMinutes: z.int(), dossiers: z.int() }).nullable(),
});
export type ProcedureHit = z.output<typeof procedureHit>;

/** How many would be found with this value chosen and the other filters kept. */
export const facetCount = z.strictObject({ value: z.string(), name: localizedText, count: z.int() });
export type FacetCountView = z.output<typeof facetCount>;

const facet = z.string().max(200).optional();

export const searchProceduresSchemas = {
  query: z.strictObject({
    q: z.string().max(200).default(''),
    /** Values as the facets give them. */
    field: facet,
    unit: facet,
    audience: z.enum(['citizen', 'organisation']).optional(),
    lifeEvent: z.enum(lifeEventCodes).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: z.strictObject({
    items: z.array(procedureHit),
    /** How many were found, shown or not. */
    total: z.int(),
    facets: z.strictObject({
      field: z.array(facetCount),
      unit: z.array(facetCount),
      audience: z.array(facetCount),
      lifeEvent: z.array(facetCount),
    }),
    /** The query with its slips mended; null when there was nothing to mend. */
    didYouMean: z.string().nullable(),
    /** Places named in the query; `now` says what became of one that was merged or renamed. */
    places: z.array(z.strictObject({ typed: z.string(), name: z.string(), now: words })),
  }),
};

/** Nothing is read: the answer is a text of its own format, see `engine/search`. */
export const getSearchIndexSchemas = {};
