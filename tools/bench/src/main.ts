import 'reflect-metadata';
import { openBenchWorld } from './bench-world';
import { measureExpressions } from './expression-bench';
import { measureInbox } from './inbox-bench';
import { measureLighthouse } from './lighthouse-bench';
import { measurePages } from './pages-bench';
import { measureSearch } from './search-bench';
import { printSettings } from './settings';
import { measureSubmit } from './submit-bench';

const small = process.argv.includes('--small');
const searchOnly = process.argv.includes('--search');
measureExpressions(small ? { rounds: 5, stretch: 10 } : { rounds: 25, stretch: 40 });
if (process.argv.includes('--expression')) process.exit(0);
await measureSearch(
  process.env['DATABASE_URL'] ?? '',
  small ? { procedures: 2_000, queries: 40, rounds: 2 } : { procedures: 10_000, queries: 80, rounds: 3 },
);
if (searchOnly) process.exit(0);
const world = await openBenchWorld();
try {
  await printSettings(world);
  await measurePages(world, small ? { rounds: 3, perRound: 100 } : { rounds: 7, perRound: 400 });
  await measureLighthouse(world.origin, small ? 1 : 3);
  await measureSubmit(world, small ? { rounds: 2, perRound: 60 } : { rounds: 7, perRound: 320 });
  await measureInbox(
    world,
    small ? { few: 1_000, many: 20_000, requests: 200 } : { few: 10_000, many: 1_000_000, requests: 1_500 },
  );
} finally {
  await world.close();
}
