import { isReservedName, readMember, type InnerValue } from './value';

/** Names that are seen at one place, from the innermost outward. */
export interface Scope {
  readonly members: object;
  readonly outer: Scope | null;
}

/** The value of a name; null when nobody knows it. */
export function lookUp(scope: Scope, name: string): InnerValue {
  if (isReservedName(name)) return null;
  for (let at: Scope | null = scope; at; at = at.outer) {
    if (Object.hasOwn(at.members, name)) return readMember(at.members, name);
  }
  return null;
}

/** Whether a name would be looked for in the outermost scope, where the given values are. */
export function isGiven(scope: Scope, name: string): boolean {
  for (let at: Scope | null = scope; at?.outer; at = at.outer) {
    if (Object.hasOwn(at.members, name)) return false;
  }
  return true;
}
