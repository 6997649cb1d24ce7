/** Median of what dossiers of a procedure really took, in working minutes. */
export interface Experience {
  readonly medianWorkingMinutes: number;
  readonly dossiers: number;
}

/**
 * Real processing times, known by the dossier domain. The application binds it; by default nothing is known.
 * Implementations answer null below 5 finished dossiers.
 */
export abstract class ProcessingTimes {
  abstract experienceWith(procedureCode: string): Promise<Experience | null>;
}
