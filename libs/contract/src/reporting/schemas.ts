import { z } from 'zod';
import { isoDateTime, text } from '../kernel/scalars';
import { roles } from '../identity/permissions';

/** A month in Vietnam, `YYYY-MM`. */
const month = z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/u);
const version = z.coerce.number().int().min(1).max(9_999);

/**
 * A version of the report of a month, and what became of it.
 *
 * `delivery`: `kept` until somebody lets it go; `waiting` to be sent; `put-aside` after its last attempt; `acknowledged` by the receiver
 */
export const reportStanding = z.strictObject({
  month,
  version: z.int(),
  /** Only the newest version of a month may go. */
  newest: z.boolean(),
  computedAt: isoDateTime,
  /** Why there is another version; null for the first. */
  reason: z.string().nullable(),
  releasedAt: isoDateTime.nullable(),
  /** The office that answers for it. */
  answerable: z.string().nullable(),
  /** In which role and unit it was let go; null before that, and when it was done from the command line. */
  releasedBy: z.strictObject({ role: z.enum(roles), unit: z.string() }).nullable(),
  delivery: z.enum(['kept', 'waiting', 'put-aside', 'acknowledged']),
  receipt: z.string().nullable(),
});
export type ReportStandingView = z.output<typeof reportStanding>;
export const listReportsSchemas = { response: z.strictObject({ items: z.array(reportStanding) }) };

/** A count; or a share, which is `numerator` out of `denominator`. */
export const reportFigure = z.strictObject({ numerator: z.int(), denominator: z.int().nullable() });
export type ReportFigure = z.output<typeof reportFigure>;
const place = {
  /** Code in the catalogue of agencies; null for the whole province. */
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  procedure: z.string().nullable(),
};
export const reportView = z.strictObject({
  standing: reportStanding,
  /** SHA-256 of what it says, hex. */
  digest: z.string(),
  indicators: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      source: z.string(),
      /** Whether the text of the source was compared with its publication. */
      verified: z.boolean(),
      /** Of the whole province. */
      total: reportFigure,
    }),
  ),
  units: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  /** Of the unit that was asked for; what is zero is left out. */
  lines: z.array(z.strictObject({ procedure: z.string(), indicator: z.string(), figure: reportFigure })),
  /** Against the version before, the province first; the first two hundred. */
  differences: z.array(
    z.strictObject({
      ...place,
      indicator: z.string(),
      before: reportFigure.nullable(),
      after: reportFigure.nullable(),
    }),
  ),
  moreDifferences: z.int(),
});
export type ReportView = z.output<typeof reportView>;
export const getReportSchemas = {
  params: z.strictObject({ month, version }),
  query: z.strictObject({ unit: z.string().max(40).optional() }),
  response: reportView,
};
export const releaseReportSchemas = {
  params: z.strictObject({ month, version }),
  body: z.strictObject({ answerable: text(3, 200) }),
  response: reportStanding,
};
export const prepareReportSchemas = {
  /** `reason`: why there is another version; not needed for the first one of a month. */
  body: z.strictObject({ month, reason: text(10, 500).nullable() }),
  response: z.strictObject({
    /** Whether there is a new version; false when the numbers are those of the newest one. */
    isNew: z.boolean(),
    standing: reportStanding,
  }),
};
export type PreparedReport = z.output<typeof prepareReportSchemas.response>;
