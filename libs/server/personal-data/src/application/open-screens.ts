import type { DataCategory } from '../domain/data-category';

/** How long a work-list that refreshes itself counts as one look at the same name, in milliseconds. */
export const openScreenMs = 10 * 60 * 1000;
const remembered = 50_000;

/**
 * Names in a work-list that stays open. The list reads itself again every half a minute; writing each time would bury what
 * the person wants to know, and the table with it.
 */
export class OpenScreens {
  private readonly seen = new Map<string, number>();

  /** Whether the same reader saw the same thing of the same person in a list a moment ago. */
  stillShows(readerId: string, subjectId: string, category: DataCategory, now: number): boolean {
    const at = this.seen.get(keyOf(readerId, subjectId, category));
    return at !== undefined && now >= at && now - at < openScreenMs;
  }

  remember(readerId: string, subjectId: string, category: DataCategory, now: number): void {
    const key = keyOf(readerId, subjectId, category);
    this.seen.delete(key);
    this.seen.set(key, now);
    if (this.seen.size <= remembered) return;
    const oldest = this.seen.keys().next();
    if (oldest.done !== true) this.seen.delete(oldest.value);
  }
}

function keyOf(readerId: string, subjectId: string, category: DataCategory): string {
  return `${readerId}|${subjectId}|${category}`;
}
