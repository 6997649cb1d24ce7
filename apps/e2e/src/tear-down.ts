import { undoAll } from './system/undo';

/** Runs once after all browser tests: nothing stays behind. */
export default async function tearDown(): Promise<void> {
  await undoAll();
}
