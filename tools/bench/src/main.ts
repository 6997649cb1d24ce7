import 'reflect-metadata';
import { openBenchWorld } from './bench-world';
import { measureInbox } from './inbox-bench';
import { printSettings } from './settings';
import { measureSubmit } from './submit-bench';

const small = process.argv.includes('--small');
const world = await openBenchWorld();
try {
  await printSettings(world);
  await measureSubmit(world, small ? { rounds: 2, perRound: 60 } : { rounds: 7, perRound: 320 });
  await measureInbox(
    world,
    small ? { few: 1_000, many: 20_000, requests: 200 } : { few: 10_000, many: 1_000_000, requests: 1_500 },
  );
} finally {
  await world.close();
}
