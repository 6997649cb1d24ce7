import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, stillRuns } from '../../processes/src/process-identity.mjs';

/**
 * Which processes need the server now. Several may (a running `npm start`, a command line beside it): the last one stops
 * it. Call these only under the start lock.
 * @param {string} home
 */
export function leasesIn(home) {
  const folder = join(home, 'users');
  mkdirSync(folder, { recursive: true });
  const own = join(folder, `${process.pid}.json`);
  return {
    take: () => writeFileSync(own, JSON.stringify(identify())),
    /** @returns {boolean} whether another process still needs the server */
    giveBack() {
      rmSync(own, { force: true });
      return readdirSync(folder)
        .map((name) => isHeld(join(folder, name)))
        .includes(true);
    },
  };
}

/** @param {string} file */
function isHeld(file) {
  try {
    if (stillRuns(JSON.parse(readFileSync(file, 'utf8')))) return true;
  } catch {
    // half-written by a killed process: nobody's
  }
  rmSync(file, { force: true });
  return false;
}
