import { Injectable } from '@nestjs/common';
import type { PortalDossier } from '../domain/portal-dossier';
import { largestChunk, NationalPortal, PortalFailure, type PutOutcome } from '../ports';

/** Thrown inwards for a dossier the portal will not take as it is. */
export class PortalRefusal extends Error {
  constructor(reason: string) {
    super(`refused: ${reason}`);
    this.name = 'PortalRefusal';
  }
}

/**
 * Puts dossiers at the national portal, inserted or replaced as it needs them. A call that fails as a whole is made again
 * one by one, so that one dossier the portal chokes on does not hold back the other nine.
 */
@Injectable()
export class PutDossiers {
  constructor(private readonly portal: NationalPortal) {}

  /**
   * @param known - codes the portal should know
   * @returns why it failed, by code; a code that is absent was put
   */
  async execute(
    dossiers: readonly PortalDossier[],
    known: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, Error>> {
    const failures = new Map<string, Error>();
    const isKnown = (dossier: PortalDossier): boolean => known.has(dossier.code);
    await this.putAll(
      dossiers.filter((dossier) => !isKnown(dossier)),
      'insert',
      failures,
    );
    await this.putAll(dossiers.filter(isKnown), 'update', failures);
    return failures;
  }

  private async putAll(
    dossiers: readonly PortalDossier[],
    how: 'insert' | 'update',
    failures: Map<string, Error>,
  ): Promise<void> {
    const otherWay: PortalDossier[] = [];
    for (let index = 0; index < dossiers.length; index += largestChunk) {
      const chunk = dossiers.slice(index, index + largestChunk);
      for (const [code, outcome] of await this.putChunk(chunk, how)) {
        const dossier = chunk.find((each) => each.code === code);
        if (outcome instanceof Error) failures.set(code, outcome);
        else if (outcome.kind === 'refused') failures.set(code, new PortalRefusal(outcome.reason));
        else if (outcome.kind !== 'done' && dossier) otherWay.push(dossier);
      }
    }
    if (otherWay.length > 0)
      await this.putOtherWay(otherWay, how === 'insert' ? 'update' : 'insert', failures);
  }

  private async putOtherWay(
    dossiers: readonly PortalDossier[],
    how: 'insert' | 'update',
    failures: Map<string, Error>,
  ): Promise<void> {
    for (const [code, outcome] of await this.putChunk(dossiers.slice(0, largestChunk), how)) {
      if (outcome instanceof Error) failures.set(code, outcome);
      else if (outcome.kind !== 'done')
        failures.set(code, new PortalRefusal(outcome.kind === 'refused' ? outcome.reason : outcome.kind));
    }
  }

  private async putChunk(
    chunk: readonly PortalDossier[],
    how: 'insert' | 'update',
  ): Promise<ReadonlyMap<string, PutOutcome | Error>> {
    try {
      return await this.portal.put(chunk, how);
    } catch (error) {
      if (!(error instanceof PortalFailure)) throw error;
      if (chunk.length <= 1 || (await this.isDown(error, chunk)))
        return new Map(chunk.map(({ code }) => [code, error]));
      const single = new Map<string, PutOutcome | Error>();
      for (const dossier of chunk)
        for (const [code, outcome] of await this.putChunk([dossier], how)) single.set(code, outcome);
      return single;
    }
  }

  /** Whether the portal does not answer at all: then asking ten times more would only make the wait longer. */
  private async isDown(failure: PortalFailure, [first]: readonly PortalDossier[]): Promise<boolean> {
    if (!failure.passing || first === undefined) return false;
    try {
      await this.portal.lookUp(first.code);
      return false;
    } catch (error) {
      if (error instanceof PortalFailure) return true;
      throw error;
    }
  }
}
