import type { BodyOf, completeTask } from '@mocua/contract';

/** The paper from which the outcome of a sector system is entered here, and why. */
export type SectorPaper = NonNullable<BodyOf<typeof completeTask>['byHand']>;

/** Nothing entered yet. */
export const noPaper: SectorPaper = { number: '', issuedOn: '', issuer: '', reason: '' };

/** The fewest signs of each field that can be sent. */
export const shortest: Readonly<Record<keyof SectorPaper, number>> = {
  number: 1,
  issuedOn: 10,
  issuer: 3,
  reason: 10,
};

/** Fields that are not filled in enough to be sent. */
export function missingOf(paper: SectorPaper): readonly (keyof SectorPaper)[] {
  return (Object.keys(shortest) as (keyof SectorPaper)[]).filter(
    (field) => paper[field].trim().length < shortest[field],
  );
}
