import { categoryOf, type DataCategory } from '../domain/data-category';
import type { StoredValueRow } from '../domain/sealed-value';
import type { OpenAccess } from './access-scope';
import type { OpenScreens } from './open-screens';

/** One kind of data of one person. */
export interface Seen {
  readonly subjectId: string;
  readonly category: DataCategory;
}

/** What opening these values shows of whom; a value whose key was destroyed shows nothing. */
export function seenIn(rows: readonly StoredValueRow[]): Seen[] {
  return rows
    .filter((row) => row.wrapped_key !== null)
    .map((row) => ({ subjectId: row.subject_id, category: categoryOf(row.kind) }));
}

/** Finds out what a batch of reads has to write down; remembered only once it is durable. */
export class SeenData {
  private readonly marks: { access: OpenAccess; readerId: string; seen: Seen }[] = [];
  private readonly inBatch = new Map<OpenAccess, Set<string>>();

  constructor(
    private readonly screens: OpenScreens,
    private readonly now: number,
  ) {}

  /** What this access shows now and has not recorded, one entry for each person. */
  unrecorded(
    access: OpenAccess,
    readerId: string,
    seen: readonly Seen[],
  ): { subjectId: string; categories: DataCategory[] }[] {
    const fresh = new Map<string, Set<DataCategory>>();
    const batch = this.inBatch.get(access) ?? new Set();
    this.inBatch.set(access, batch);
    for (const each of seen) {
      const { subjectId, category } = each;
      const key = `${subjectId}|${category}`;
      if (batch.has(key) || access.recorded.get(subjectId)?.has(category) === true) continue;
      if (access.purpose === 'work-list' && this.screens.stillShows(readerId, subjectId, category, this.now))
        continue;
      batch.add(key);
      this.marks.push({ access, readerId, seen: each });
      fresh.set(subjectId, (fresh.get(subjectId) ?? new Set()).add(category));
    }
    return [...fresh].map(([subjectId, categories]) => ({ subjectId, categories: [...categories] }));
  }

  /** The entries are durable now. */
  remember(): void {
    for (const { access, readerId, seen } of this.marks) {
      const { subjectId, category } = seen;
      access.recorded.set(subjectId, (access.recorded.get(subjectId) ?? new Set()).add(category));
      if (access.purpose === 'work-list') this.screens.remember(readerId, subjectId, category, this.now);
    }
  }
}
