import { createHmac } from 'node:crypto';
import { newId } from '@mocua/server/kernel';
import type { PartyId } from '@mocua/contract';
import { BlindIndex, type IdentifierKind, type OpenedSecret, SubjectVault } from '../src/ports';

/** Vault in memory: the tables of this domain must not need anything of the real one but its ids. */
export class MemoryVault extends SubjectVault {
  private readonly values = new Map<string, { subjectId: PartyId; value: unknown }>();
  private readonly erased = new Set<PartyId>();

  override put(subjectId: PartyId, _kind: string, value: unknown): Promise<{ valueId: string }> {
    const valueId = newId();
    this.values.set(valueId, { subjectId, value });
    return Promise.resolve({ valueId });
  }

  override openMany(valueIds: readonly string[]): Promise<ReadonlyMap<string, OpenedSecret>> {
    const opened = new Map<string, OpenedSecret>();
    for (const valueId of valueIds) {
      const entry = this.values.get(valueId);
      if (entry !== undefined)
        opened.set(
          valueId,
          this.erased.has(entry.subjectId) ? { erased: true } : { erased: false, value: entry.value },
        );
    }
    return Promise.resolve(opened);
  }

  erase(subjectId: PartyId): void {
    this.erased.add(subjectId);
  }

  get size(): number {
    return this.values.size;
  }
}

export class TestIndex extends BlindIndex {
  override of(kind: IdentifierKind, value: string): string {
    return createHmac('sha256', 'test').update(`${kind}\u0000${value}`).digest('base64url');
  }
}
