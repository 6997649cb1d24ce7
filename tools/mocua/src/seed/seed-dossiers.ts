import { FoldCounters, RunTimers } from '@mocua/server/dossier';
import { withDomains } from '../with-domains';
import { applicants, offices } from './cast';
import { settleNotices } from './settle-notices';
import { generator, SeedClock, workingInstant } from './seed-clock';
import { type Ending, Story } from './story';

const dossiers = 300;
const daysBack = 45;

/** How often each ending is told, per hundred dossiers, and how long ago it may have begun. */
const endings: readonly {
  readonly ending: Ending;
  readonly share: number;
  readonly youngest: number;
  readonly oldest: number;
}[] = [
  { ending: 'submitted', share: 9, youngest: 0, oldest: 1 },
  { ending: 'asked-before-reception', share: 4, youngest: 0, oldest: 5 },
  { ending: 'refused', share: 4, youngest: 1, oldest: daysBack },
  { ending: 'at-specialist', share: 8, youngest: 0, oldest: 2 },
  { ending: 'at-leader', share: 6, youngest: 0, oldest: 2 },
  { ending: 'at-clerk', share: 5, youngest: 0, oldest: 2 },
  { ending: 'supplement-prepared', share: 2, youngest: 0, oldest: 1 },
  { ending: 'awaiting-supplement', share: 5, youngest: 0, oldest: 6 },
  { ending: 'supplement-answered', share: 3, youngest: 0, oldest: 3 },
  { ending: 'lapsed', share: 3, youngest: 25, oldest: daysBack },
  { ending: 'withdrawn', share: 4, youngest: 1, oldest: daysBack },
  { ending: 'done', share: 9, youngest: 0, oldest: 5 },
  { ending: 'returned-negative', share: 8, youngest: 2, oldest: daysBack },
  { ending: 'returned', share: 30, youngest: 2, oldest: daysBack },
];

/** Tells some three hundred dossiers in the order of time, each by the real commands. Answers how many were told. */
export function seedDossiers(): Promise<number> {
  const clock = new SeedClock();
  return withDomains(async (domains, { database }) => {
    if (await database.one('SELECT 1 AS one FROM dossier.dossiers LIMIT 1')) return 0;
    const now = Date.now();
    const random = generator(20_250_701);
    const stories = endings.flatMap(({ ending, share, youngest, oldest }) =>
      Array.from({ length: Math.round((share * dossiers) / 100) }, () => {
        const begin = workingInstant(
          now,
          youngest + Math.floor(random() * (oldest - youngest + 1)),
          Math.floor(random() * 420),
        );
        const office = pick(offices, random);
        const applicant = pick(applicants, random);
        return new Story(domains, clock, {
          ending,
          office,
          applicant,
          begin: Math.min(begin, now - 30 * 60_000),
          now,
          random,
        });
      }),
    );
    const timers = domains.get(RunTimers);
    let lastHour = 0;
    // Always the story whose next step is the earliest, so that codes and lists come out as they would have.
    for (
      let open = stories.filter((story) => story.nextAt < now);
      open.length > 0;
      open = open.filter((story) => story.nextAt < now)
    ) {
      const next = open.reduce((earliest, story) => (story.nextAt < earliest.nextAt ? story : earliest));
      clock.set(next.nextAt);
      const hour = Math.floor(next.nextAt / 3_600_000);
      if (hour !== lastHour) await timers.runDue(500);
      lastHour = hour;
      await next.step();
    }
    clock.set(now);
    while ((await timers.runDue(500)) > 0);
    await settleNotices(database, now);
    while ((await domains.get(FoldCounters).execute()) > 0);
    return stories.length;
  }, clock);
}

function pick<T>(list: readonly T[], random: () => number): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}
