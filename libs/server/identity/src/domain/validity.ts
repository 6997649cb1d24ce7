/** Calendar days in which something holds; both ends inclusive, `validTo` null while open. ISO dates in Vietnam. */
export interface Validity {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Whether the ISO date lies inside the validity. */
export function isValidOn(validity: Validity, date: string): boolean {
  return validity.validFrom <= date && (validity.validTo === null || date <= validity.validTo);
}
