import { z } from 'zod';
import { dossierId, isoDate, isoDateTime, localizedText, taskId } from '../kernel/scalars';

/** A message of a sector system in its own words; the adapter alone reads it. */
const sectorMessage = z.record(z.string(), z.unknown());
export const receiveSectorMessageSchemas = {
  params: z.strictObject({ system: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u) }),
  body: sectorMessage,
  response: sectorMessage,
};

/**
 * Where a step stands that a sector system does.
 *
 * - `waiting`: not handed over yet; `handed-over`: it has it and has said nothing; `in-progress`, `supplement-asked`
 * - `resulted`, `refused`: it has said how it ends; `taken-back`: nothing is to be done there any more
 * - `by-hand`: an officer entered the outcome from a paper; `unusable`: the step could not take what was told
 */
export const sectorStanding = z.enum([
  'waiting',
  'handed-over',
  'in-progress',
  'supplement-asked',
  'resulted',
  'refused',
  'taken-back',
  'by-hand',
  'unusable',
]);
export type SectorStanding = z.output<typeof sectorStanding>;

/** What the system said, once. */
export const sectorNewsView = z.strictObject({
  at: isoDateTime,
  kind: z.enum(['received', 'in-progress', 'supplement-asked', 'resulted', 'refused']),
  text: z.string(),
  number: z.string().nullable(),
  /** Overtaken by something later; kept, and changing nothing. */
  overtaken: z.boolean(),
});
export const handoverView = z.strictObject({
  taskId,
  system: localizedText,
  stepName: localizedText,
  standing: sectorStanding,
  purpose: localizedText,
  basis: z.string(),
  /** Names of the fields and papers that were handed over. */
  handedOver: z.array(localizedText),
  handedOverAt: isoDateTime.nullable(),
  lastHeardAt: isoDateTime.nullable(),
  externalCode: z.string().nullable(),
  /** Why it waits, when the system did not take it; without personal data. */
  trouble: z.string().nullable(),
  news: z.array(sectorNewsView),
  file: z.strictObject({ fileName: z.string(), size: z.int() }).nullable(),
  /** `free`: the system is not connected; `paper`: an officer may enter what a paper says; `no`: wait. */
  byHand: z.enum(['free', 'paper', 'no']),
  exception: z
    .strictObject({
      at: isoDateTime,
      number: z.string(),
      issuedOn: isoDate,
      issuer: z.string(),
      reason: z.string(),
    })
    .nullable(),
});
export type HandoverView = z.output<typeof handoverView>;
export const listHandoversSchemas = {
  params: z.strictObject({ dossierId }),
  response: z.strictObject({ items: z.array(handoverView) }),
};
export const downloadSectorResultSchemas = { params: z.strictObject({ dossierId, taskId }) };

/** What a person is told: that another system works on it, since when, and in which words. */
export const myHandoverView = z.strictObject({
  system: localizedText,
  purpose: localizedText,
  standing: z.enum(['waiting', 'working', 'supplement-asked', 'done', 'refused', 'ended']),
  handedOver: z.array(localizedText),
  since: isoDateTime.nullable(),
});
export type MyHandoverView = z.output<typeof myHandoverView>;
export const listMyHandoversSchemas = {
  params: z.strictObject({ dossierId }),
  response: z.strictObject({ items: z.array(myHandoverView) }),
};
