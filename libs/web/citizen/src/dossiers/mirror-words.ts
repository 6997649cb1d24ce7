import type { MirroredDossierView } from '@mocua/contract';

type Leg = MirroredDossierView['legs'][number];

/** Who resolves it, as far as people know that system by a name; its own code says nothing to them. */
export function mirrorSource(sourceSystem: string): 'national' | 'demo' | 'other' {
  if (sourceSystem === 'national') return 'national';
  return sourceSystem === 'demo-national' ? 'demo' : 'other';
}

const finished: readonly Leg['status'][] = ['refused', 'withdrawn', 'stopped', 'done', 'returned'];

/** What is said of when a part will be ready: the promised date, else the time limit, and neither once it has ended. */
export function legAhead({ status, dueAt, duration }: Leg): 'due' | 'duration' | null {
  if (finished.includes(status)) return null;
  if (dueAt !== null) return 'due';
  return duration === null ? null : 'duration';
}
