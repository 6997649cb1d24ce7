import 'reflect-metadata';
import { type BenchWorld, openBenchWorld } from './bench-world';
import { measureExpressions } from './expression-bench';
import { measureHanging } from './hanging-bench';
import { measureInbox } from './inbox-bench';
import { measureLgspClient } from './lgsp-client-bench';
import { measureLighthouse } from './lighthouse-bench';
import { measureOutbox } from './outbox-bench';
import { measurePages } from './pages-bench';
import { measureSearch } from './search-bench';
import { printSettings } from './settings';
import { measureSubmit } from './submit-bench';

const small = process.argv.includes('--small');
const databaseUrl = process.env['DATABASE_URL'] ?? '';

/** What needs no API, by the flag that asks for it alone. */
const alone: Readonly<Record<string, () => void | Promise<void>>> = {
  '--expression': () => measureExpressions(small ? { rounds: 5, stretch: 10 } : { rounds: 25, stretch: 40 }),
  '--lgsp': () => measureLgspClient(small ? { rounds: 3, perRound: 200 } : { rounds: 9, perRound: 1_000 }),
  '--hanging': () =>
    measureHanging(
      small ? { rounds: 1, seconds: 6, perSecond: 32 } : { rounds: 5, seconds: 8, perSecond: 32 },
    ),
  '--outbox': () =>
    measureOutbox(
      databaseUrl,
      small ? { dossiers: 600, queued: 5_000 } : { dossiers: 1_500, queued: 100_000 },
    ),
  '--search': () =>
    measureSearch(
      databaseUrl,
      small ? { procedures: 2_000, queries: 40, rounds: 2 } : { procedures: 10_000, queries: 80, rounds: 3 },
    ),
};

/** What is measured through the API. */
const throughApi: Readonly<Record<string, (world: BenchWorld) => Promise<void>>> = {
  '--pages': (world) =>
    measurePages(world, small ? { rounds: 3, perRound: 100 } : { rounds: 7, perRound: 400 }),
  '--lighthouse': (world) => measureLighthouse(world.origin, small ? 1 : 3),
  '--submit': (world) =>
    measureSubmit(world, small ? { rounds: 2, perRound: 60 } : { rounds: 7, perRound: 320 }),
  '--inbox': (world) =>
    measureInbox(
      world,
      small ? { few: 1_000, many: 20_000, requests: 200 } : { few: 10_000, many: 1_000_000, requests: 1_500 },
    ),
};

const asked = process.argv.filter((word) => word in alone || word in throughApi);
const wanted = (flag: string): boolean => asked.length === 0 || asked.includes(flag);

for (const [flag, measure] of Object.entries(alone)) if (wanted(flag)) await measure();
const measures = Object.entries(throughApi).flatMap(([flag, measure]) => (wanted(flag) ? [measure] : []));
if (measures.length > 0) {
  const world = await openBenchWorld();
  try {
    await printSettings(world);
    for (const measure of measures) await measure(world);
  } finally {
    await world.close();
  }
}
