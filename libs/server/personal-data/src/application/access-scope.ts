import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { DataCategory } from '../domain/data-category';
import { readerNames } from '../domain/reader-names';
import type { Reader, ReadingPurpose } from '../domain/reading';

/** By whom and why personal data is about to be opened: one request, or one round of a job. */
export interface AccessToOpen {
  /** Asked only when something is really read. */
  readonly reader: Reader | (() => Promise<Reader>);
  readonly purpose: ReadingPurpose;
}

/** The dossier a reading is about; `code` as the person knows it at that time. */
export interface DossierRead {
  readonly dossierId: string;
  readonly code: string;
}

/** The access under way. What it has recorded already is not recorded twice. */
export interface OpenAccess {
  readonly accessId: string;
  readonly reader: () => Promise<Reader>;
  readonly recorded: Map<string, Set<DataCategory>>;
  /** In a list: the dossier for which each person stands in it. */
  readonly dossiers: Map<string, DossierRead>;
  purpose: ReadingPurpose;
  dossierId: string | null;
  dossierCode: string | null;
}

/** Shown when code opened personal data without having said for whom; tests allow no route and no job to do so. */
const unattended: Reader = { kind: 'system', id: 'unattended', label: readerNames.system.vi };

/**
 * Carries who reads and why from the edge of the process to the vault, so that no use case can forget to record.
 * Follows asynchronous work; a request never sees the access of another.
 */
export class AccessScope {
  private readonly storage = new AsyncLocalStorage<OpenAccess>();

  run<T>(access: AccessToOpen, work: () => T): T {
    return this.storage.run(opened(access), work);
  }

  /** The access under way; outside of one, an access of nobody in particular. */
  current(): OpenAccess {
    return this.storage.getStore() ?? opened({ reader: unattended, purpose: 'undeclared' });
  }

  /** From here on the access is about this dossier; `code` as the person knows it now. */
  about(dossierId: string, code: string): void {
    const access = this.storage.getStore();
    if (!access || access.dossierId === dossierId) return;
    access.dossierId = dossierId;
    access.dossierCode = code;
    access.recorded.clear();
  }

  /** In a list, from here on: for which dossier the name of each person is shown. Of several dossiers of one the first counts. */
  aboutEach(dossiers: Iterable<readonly [subjectId: string, dossier: DossierRead]>): void {
    const access = this.storage.getStore();
    for (const [subjectId, dossier] of dossiers)
      if (access?.dossiers.has(subjectId) === false) access.dossiers.set(subjectId, dossier);
  }

  /** Says the purpose more exactly than the route could. */
  because(purpose: ReadingPurpose): void {
    const access = this.storage.getStore();
    if (access) access.purpose = purpose;
  }
}

function opened({ reader, purpose }: AccessToOpen): OpenAccess {
  let known: Promise<Reader> | null = null;
  const resolve = typeof reader === 'function' ? reader : () => Promise.resolve(reader);
  return {
    accessId: randomUUID(),
    reader: () => (known ??= resolve()),
    recorded: new Map(),
    dossiers: new Map(),
    purpose,
    dossierId: null,
    dossierCode: null,
  };
}
