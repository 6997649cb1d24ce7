import type { PublicDossierStatus } from '@mocua/contract';

/** Key of the plain words for where a dossier stands; a result says whether it was granted. */
export function stateKey(status: Pick<PublicDossierStatus, 'state' | 'outcome'>): string {
  if (status.state !== 'done') return status.state;
  return status.outcome === 'negative' ? 'done-negative' : 'done-positive';
}

/** Whether the promised day has passed while the applicant still waits for us. */
export function isLate(status: Pick<PublicDossierStatus, 'state' | 'dueAt'>, now: number): boolean {
  const waitsForUs =
    status.state === 'received' || status.state === 'transferring' || status.state === 'processing';
  return waitsForUs && status.dueAt !== null && Date.parse(status.dueAt) < now;
}
