import type { SearchPlace } from '@mocua/engine/search';

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

  /** The same for a page of procedures at once; those nothing is known of are left out. */
  async experiencesWith(procedureCodes: readonly string[]): Promise<ReadonlyMap<string, Experience>> {
    const known = new Map<string, Experience>();
    for (const code of procedureCodes) {
      const experience = await this.experienceWith(code);
      if (experience) known.set(code, experience);
    }
    return known;
  }
}

/** Names of places people put into a search, and what became of them. */
export interface PlaceNames {
  /** Changes with the map. */
  readonly version: string;
  readonly places: readonly SearchPlace[];
}

/** The map of the province. The application binds it; by default no place is known. */
export abstract class ProvinceMap {
  /** @param onDate - `YYYY-MM-DD` in Vietnam */
  abstract places(onDate: string): Promise<PlaceNames>;
}
