import { Injectable } from '@nestjs/common';
import type { PortalProgress } from '../domain/portal-dossier';
import { largestChunk, NationalPortal, PortalFailure } from '../ports';

/** How often rows are sent within one attempt, while the portal answers and says what it has. */
const sendings = 3;

/** Rows of one dossier in order. */
export interface RowsToTell {
  readonly rows: readonly PortalProgress[];
  /** Whether an earlier attempt may have had its effect. */
  readonly maybeThere: boolean;
}

/**
 * Adds rows of progress, each exactly once. The portal does not promise to recognise a row it has, so whenever a row may be
 * there already it is looked for first.
 */
@Injectable()
export class TellProgress {
  constructor(private readonly portal: NationalPortal) {}

  /** @returns why it failed, by code; a code that is absent was told */
  async execute(dossiers: readonly RowsToTell[]): Promise<ReadonlyMap<string, Error>> {
    const failures = new Map<string, Error>();
    const alone = [
      ...dossiers.filter((each) => each.maybeThere),
      ...(await this.together(dossiers.filter((each) => !each.maybeThere))),
    ];
    for (const { rows } of alone) {
      const failure = await this.one(rows);
      const code = rows[0]?.code;
      if (failure !== null && code !== undefined) failures.set(code, failure);
    }
    return failures;
  }

  /** Rows that are new for certain share calls; answers the dossiers whose call failed. */
  private async together(dossiers: readonly RowsToTell[]): Promise<readonly RowsToTell[]> {
    const rows = dossiers.flatMap((each) => each.rows);
    const doubtful = new Set<string>();
    for (let index = 0; index < rows.length; index += largestChunk) {
      const chunk = rows.slice(index, index + largestChunk).filter((row) => !doubtful.has(row.code));
      if (chunk.length === 0) continue;
      try {
        await this.portal.addProgress(chunk);
      } catch (error) {
        if (!(error instanceof PortalFailure)) throw error;
        for (const row of chunk) doubtful.add(row.code);
      }
    }
    return dossiers.filter(({ rows: [first] }) => first !== undefined && doubtful.has(first.code));
  }

  /** Rows of one dossier that may be there already. */
  private async one(rows: readonly PortalProgress[]): Promise<Error | null> {
    let last: Error | null = null;
    for (let sending = 1; sending <= sendings; sending += 1) {
      try {
        const missing = await this.missing(rows);
        for (let index = 0; index < missing.length; index += largestChunk)
          await this.portal.addProgress(missing.slice(index, index + largestChunk));
        return null;
      } catch (error) {
        if (!(error instanceof PortalFailure)) throw error;
        last = error;
        // Without an answer the request may still be under way; the next attempt comes after a pause.
        if (!error.answered) return error;
      }
    }
    return last;
  }

  private async missing(rows: readonly PortalProgress[]): Promise<readonly PortalProgress[]> {
    const [first] = rows;
    if (first === undefined) return rows;
    const there = new Set((await this.portal.lookUp(first.code))?.progress.map((row) => row.seq));
    return rows.filter((row) => !there.has(row.seq));
  }
}
