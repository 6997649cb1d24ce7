// eslint-disable-next-line @nx/enforce-module-boundaries -- test code of the engine, which tells lives of dossiers
import { type Life, randomLife, seeded } from '../../../../libs/engine/dossier/test/random-life';
import type { PortalWorld } from './portal-world';

/** A dossier of the test with what the portal must know of it in the end. */
export interface FiledLife {
  readonly dossierId: string;
  readonly life: Life;
}

/**
 * Stores random lives as the real commands would, all commits of all dossiers in turn; answers how many messages were written.
 *
 * @param between - what happens after each turn; nothing is delivered meanwhile by itself
 */
export async function fileLives(
  world: PortalWorld,
  first: number,
  count: number,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<{ readonly lives: readonly FiledLife[]; readonly messages: number }> {
  const lives = Array.from({ length: count }, (_each, index): FiledLife => {
    const number = first + index;
    const life = randomLife(number, seeded(number));
    return { dossierId: life.story.state.dossierId, life };
  });
  const longest = Math.max(...lives.map(({ life }) => life.commits.length));
  for (let at = 0; at < longest; at += 1) {
    await Promise.all(
      lives.map(async ({ dossierId, life }) => {
        const events = life.commits[at];
        if (!events) return;
        const before = at === 0 ? null : await world.stream.load(dossierId as never);
        const result = await world.stream.commit({ before, events, sealed: [], idempotency: null });
        if (result.kind !== 'committed') throw new Error(`${dossierId}: ${result.kind}`);
      }),
    );
    await between();
  }
  return { lives, messages: await world.written(lives.map(({ dossierId }) => dossierId)) };
}
