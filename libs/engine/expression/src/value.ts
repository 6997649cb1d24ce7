import type { FeelDate, FeelDuration } from './calendar-date';
import type { Decimal } from './decimal';
import type { FeelRange } from './range';

/**
 * A value at the boundary. Numbers are plain JavaScript numbers; inside the engine they are exact decimals.
 * Dates are {@link FeelDate}: an ISO text is a string, never silently a date.
 */
export type FeelValue =
  | null
  | boolean
  | number
  | string
  | FeelDate
  | FeelDuration
  | readonly FeelValue[]
  | { readonly [name: string]: FeelValue };

export type FeelContext = Readonly<Record<string, FeelValue | undefined>>;

/** A value inside the engine: as {@link FeelValue}, plus intervals and decimals that no JavaScript number holds exactly. */
export type InnerValue =
  | null
  | boolean
  | number
  | string
  | Decimal
  | FeelDate
  | FeelDuration
  | FeelRange
  | readonly InnerValue[]
  | { readonly [name: string]: InnerValue };

/** Names that every object answers to by its prototype, or that reach one; they are never read and never made. */
const reserved = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

export function isReservedName(name: string): boolean {
  return reserved.has(name);
}

/** Own property or null; a prototype is never consulted. */
export function readMember(holder: object, name: string): InnerValue {
  if (reserved.has(name) || !Object.hasOwn(holder, name)) return null;
  return (holder as Readonly<Record<string, InnerValue | undefined>>)[name] ?? null;
}

export function isContext(value: unknown): value is { readonly [name: string]: InnerValue } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
