import { z } from 'zod';
import { personFacts, type PersonFactDefinition, type PersonFactName } from '../catalogue/eligibility';
import { localizedText, procedureCode } from '../kernel/scalars';

const factNames = Object.keys(personFacts) as [PersonFactName, ...PersonFactName[]];

function answerTo(definition: PersonFactDefinition) {
  if (definition.type === 'integer') return z.int().min(definition.min).max(definition.max);
  return definition.type === 'boolean' ? z.boolean() : z.enum(Object.keys(definition.options));
}

/** What a person told; left out or null is not known. */
const facts = z.strictObject(
  Object.fromEntries(factNames.map((name) => [name, answerTo(personFacts[name]).nullish()])),
);

export const eligibleProcedure = z.strictObject({
  code: procedureCode,
  name: localizedText,
  state: z.enum(['qualifies', 'lacks', 'unknown']),
  /** Conditions that hold, in words. */
  met: z.array(localizedText),
  /** What is missing, and what the person can do; only for `lacks`. */
  lacking: z.array(localizedText),
  /** Facts that can still decide; only for `unknown`. */
  ask: z.array(z.enum(factNames)),
});
export type EligibleProcedure = z.output<typeof eligibleProcedure>;

export const findEligibleProceduresSchemas = {
  body: z.strictObject({ facts }),
  response: z.strictObject({
    /** First those the person qualifies for, then the open ones with the fewest questions first, then the others. */
    procedures: z.array(eligibleProcedure),
    /** What to ask next; first what settles a procedure with the fewest questions. Empty when nothing is open. */
    next: z.array(z.enum(factNames)),
  }),
};
