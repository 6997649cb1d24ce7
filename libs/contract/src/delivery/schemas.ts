import { z } from 'zod';
import { dossierId, isoDateTime, text } from '../kernel/scalars';
import { officerDossierView } from '../officer/schemas';

export const parcelId = z.uuid().brand<'ParcelId'>();
export type ParcelId = z.output<typeof parcelId>;

/**
 * Where a parcel is. `waiting`: the post has not answered the order yet; `ordered`: it has, and will fetch the paper;
 * `not-delivered`: the post still has it and did not reach the person; `refused`: the post would not take it; `recalled`: an
 * officer holds the paper again.
 */
export const parcelStanding = z.enum([
  'waiting',
  'ordered',
  'collected',
  'on-the-way',
  'delivered',
  'not-delivered',
  'returned',
  'refused',
  'recalled',
]);
export type ParcelStandingView = z.output<typeof parcelStanding>;
export const parcelStep = z.enum([
  'ordered',
  'collected',
  'on-the-way',
  'delivered',
  'not-delivered',
  'returned',
]);
export type ParcelStep = z.output<typeof parcelStep>;

/** A result in the post, as the person and the officer follow it. Name and address are not part of it. */
export const parcelView = z.strictObject({
  parcelId,
  standing: parcelStanding,
  /** An order that was tried in vain until it was put aside: it goes only when somebody sees to it. */
  stuck: z.boolean(),
  /** Number under which the post knows the parcel; null until it answered. */
  trackingNumber: z.string().nullable(),
  postedAt: isoDateTime,
  /** Who pays the postage, to the post itself. */
  postagePaidBy: z.enum(['receiver', 'agency']),
  /** What the post told, the newest first. */
  points: z.array(z.strictObject({ at: isoDateTime, step: parcelStep, place: z.string().nullable() })),
});
export type ParcelView = z.output<typeof parcelView>;

const params = z.strictObject({ dossierId });
/** `parcel` is the latest one; null when nothing was given to the post. */
const parcelAnswer = z.strictObject({ parcel: parcelView.nullable() });
export const getMyParcelSchemas = { params, response: parcelAnswer };
export const getDossierParcelSchemas = { params, response: parcelAnswer };

export const postResultSchemas = {
  params,
  body: z.strictObject({
    version: z.int(),
    relation: z.enum(['owner', 'submitter', 'delegate']),
    receiverName: text(2, 200),
    phone: z
      .string()
      .trim()
      .regex(/^(?:0\d{9,10}|\+84\d{9,10})$/u),
    /** House number, street, hamlet. */
    street: text(2, 300),
    ward: text(2, 100),
    province: text(2, 100),
  }),
  response: officerDossierView,
};
export const recallParcelSchemas = {
  params,
  body: z.strictObject({ version: z.int() }),
  response: officerDossierView,
};

/** A message of the post in its own words; the adapter alone reads it. */
const postMessage = z.record(z.string(), z.unknown());
export const postCallbackSchemas = { body: postMessage, response: postMessage };
