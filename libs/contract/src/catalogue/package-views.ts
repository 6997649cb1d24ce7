import { z } from 'zod';
import { ruleSource } from '../clock/schemas';
import { dong, localizedText } from '../kernel/scalars';

/** One fee of a channel as the package states it; what a dossier costs is computed from its answers. */
export const catalogueFeeView = z.strictObject({
  name: localizedText,
  text: localizedText,
  /** Integer đồng for one `per`; null when it depends on the dossier. */
  amount: dong.nullable(),
  /** For example one copy or one page; null for the whole dossier. */
  per: localizedText.nullable(),
  source: ruleSource,
});

/** A channel with its times, and what each costs. */
export const filingChannelView = z.strictObject({
  channel: z.enum(['counter', 'online', 'post']),
  times: z.array(z.strictObject({ duration: localizedText, fees: z.array(catalogueFeeView) })),
});
export type FilingChannelView = z.output<typeof filingChannelView>;

/** A case with the codes of its components. */
export const procedureCaseView = z.strictObject({
  code: z.string(),
  name: localizedText,
  components: z.array(z.string()),
});
export type ProcedureCaseView = z.output<typeof procedureCaseView>;

/** How to go on where another system resolves: steps, the way there, where people help, and the parts it consists of. */
export const guidanceView = z.strictObject({
  intro: localizedText,
  steps: z.array(localizedText),
  link: z.strictObject({ label: localizedText, url: z.string() }),
  help: z.array(localizedText),
  legs: z.array(
    z.strictObject({
      code: z.string(),
      name: localizedText,
      agency: localizedText,
      duration: localizedText,
      source: ruleSource,
    }),
  ),
});
export type GuidanceView = z.output<typeof guidanceView>;

/** A legal term in plain words. */
export const explainedTermView = z.strictObject({ term: localizedText, explanation: localizedText });
export type ExplainedTermView = z.output<typeof explainedTermView>;

/** In what capacity somebody may file. */
export const capacity = z.enum(['person', 'organisation', 'guardian', 'delegate']);
