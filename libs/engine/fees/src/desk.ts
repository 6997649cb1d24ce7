import type { Answers, FeeChannel } from '@mocua/contract';
import {
  evaluatePartially,
  type FeelContext,
  FeelDate,
  type ParsedExpression,
} from '@mocua/engine/expression';
import { type Amount, anything, exactly, LARGEST } from './amount';

/** What is known about the filing besides its answers; null is not known yet. */
export interface FilingFacts {
  /** Day of filing at the competent agency, `YYYY-MM-DD`; it decides which rules hold. */
  readonly date: string;
  readonly channel: FeeChannel | null;
  readonly identityLevel: 'L1' | 'L2' | 'FOREIGNER' | 'ORG' | null;
  readonly isOrganisation: boolean | null;
}

interface Validity {
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** Whether a rule holds on a day, its first and last day included. */
export const inForce = ({ effectiveFrom, effectiveTo }: Validity, date: string): boolean =>
  effectiveFrom <= date && (effectiveTo === null || date <= effectiveTo);

/** What rules of money see: the answers by field id, and `filing`. */
export function contextOf(answers: Answers, facts: FilingFacts): FeelContext {
  const { date, channel, identityLevel, isOrganisation } = facts;
  const filing = { date: FeelDate.parse(date), channel, identityLevel, isOrganisation };
  return { ...(answers as FeelContext), filing };
}

/** Evaluates the rules of one schedule and gathers what they wait for. */
export class Desk {
  missing = new Set<string>();
  faulty = false;

  constructor(private readonly context: FeelContext) {}

  /** Whether a condition holds; null while nobody knows. */
  holds(condition: ParsedExpression | null): boolean | null {
    if (condition === null) return true;
    const value = this.value(condition);
    return typeof value === 'boolean' ? value : null;
  }

  /** A whole number from 0 to {@link LARGEST}; anything else leaves the amount open. */
  whole(expression: ParsedExpression): Amount {
    const value = this.value(expression);
    if (value === null) return anything;
    if (Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST)
      return exactly(Number(value));
    this.faulty = true;
    return anything;
  }

  private value(expression: ParsedExpression): unknown {
    const result = evaluatePartially(expression, this.context);
    if (!result.ok || (result.value === null && result.missing.length === 0)) this.faulty = true;
    if (!result.ok) return null;
    for (const name of result.value === null ? result.missing : []) this.missing.add(name);
    return result.value;
  }
}
