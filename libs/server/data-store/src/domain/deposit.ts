import type { OutboxMessage } from '@mocua/server/kernel';
import type { DossierEvent, DossierState } from '@mocua/engine/dossier';
import type { DossierId, StoredPaperId } from '@mocua/contract';

export const nationalStoreDestination = 'national-store';

/** Which result is told, and of which dossier: ids and codes only, the words are read when it leaves. */
export interface ToldPaper {
  readonly paperId: StoredPaperId;
  readonly dossierId: DossierId;
  readonly code: string;
}

/** Tells the national store how a paper stands. */
export function depositMessage({ paperId, dossierId, code }: ToldPaper): OutboxMessage {
  return { destination: nationalStoreDestination, lane: paperId, payload: { paperId, dossierId, code } };
}

/**
 * Whether it is sure whose result it is: filed for themselves by somebody whose identity was verified, about nobody else.
 *
 * @param isAboutOther - the procedure issues its results about somebody who is not the owner
 */
export function isOwnerSure(
  { people }: Pick<DossierState, 'people'>,
  events: readonly DossierEvent[],
  isAboutOther: boolean,
): boolean {
  const [first] = events;
  const verified = first?.type === 'dossier-submitted' && first.payload.facts.identityVerified;
  return verified && people.ground === 'self' && people.owner === people.submitter && !isAboutOther;
}
