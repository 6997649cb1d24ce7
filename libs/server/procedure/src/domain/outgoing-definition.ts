import { z } from 'zod';
import type { Answers, Expression, Localized, RuleSource } from '@mocua/contract';
import type { TypeScope } from '@mocua/engine/expression';
import { handoverEnding, type HandoverEnding, valuesFrom } from './handover-definition';
import { localized, ruleSource, words } from './package-words';

/** The `mocua:system` of steps that the document management system does. */
export const documentManagement = 'document-management';

/** Kinds of document as the rules on records tell them apart. */
export const outgoingKinds = ['decision', 'notice', 'letter'] as const;
export type OutgoingKind = (typeof outgoingKinds)[number];

/** A step in which a document is signed, numbered and issued by the document management system. */
export interface OutgoingDefinition {
  /** Id of the user task. */
  readonly task: string;
  /** What is drafted: the result of the procedure, or its refusal. */
  readonly document: 'result' | 'refusal';
  readonly kind: OutgoingKind;
  /** What stands behind the number, for example `QĐ-UBND`. */
  readonly symbol: string;
  /** FEEL for what the document is about, over the answers and what officers entered. */
  readonly abstract: Expression;
  readonly name: Localized;
  readonly basis: RuleSource;
  /** What there is to do while the system is down: wait, or give the number here. */
  readonly whenDown: 'wait' | 'manual';
  /** What the step is completed with when the document was issued; FEEL over {@link OutgoingFacts}. */
  readonly issued: HandoverEnding;
  /** The same when the draft came back. */
  readonly returned: HandoverEnding;
}

/** What the system says at the end; the names that the values of an ending may use. */
export interface OutgoingFacts {
  /** With its symbol, for example `15/QĐ-UBND`. */
  readonly number: string | null;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string | null;
  readonly signer: string | null;
  /** Why the draft came back. */
  readonly reason: string | null;
}

export const outgoingScope: TypeScope = {
  number: 'string',
  issuedOn: 'string',
  signer: 'string',
  reason: 'string',
};

export const outgoingDefinition: z.ZodType<OutgoingDefinition> = z.strictObject({
  task: words,
  document: z.enum(['result', 'refusal']),
  kind: z.enum(outgoingKinds),
  symbol: words.max(40),
  abstract: words,
  name: localized,
  basis: ruleSource,
  whenDown: z.enum(['wait', 'manual']),
  issued: handoverEnding,
  returned: handoverEnding,
});

/** The values a step gets from what became of the document. */
export function valuesOfOutgoing(ending: HandoverEnding, facts: OutgoingFacts): Answers {
  return valuesFrom(ending, { ...facts });
}
