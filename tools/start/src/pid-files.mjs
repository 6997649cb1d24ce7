import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, identify, stillRuns } from '../../processes/src/process-identity.mjs';

/** @typedef {import('../../processes/src/process-identity.mjs').ProcessIdentity} ProcessIdentity */

/**
 * Remembers which processes belong to a start, under DATA_DIR/run, so that the next start knows what a killed one left.
 * A process is known by its number and its moment of birth: a number that another program has today is left alone.
 * @param {string} dataDir
 */
export function pidFilesIn(dataDir) {
  const folder = join(dataDir, 'run');
  mkdirSync(folder, { recursive: true });
  /** @param {string} name */
  const fileOf = (name) => join(folder, `${name}.json`);

  return {
    /**
     * @param {string} name
     * @param {number} [pid]
     */
    remember: (name, pid) => writeFileSync(fileOf(name), JSON.stringify(identify(pid))),
    /** @param {string} name */
    forget: (name) => rmSync(fileOf(name), { force: true }),
    /**
     * @param {string} name
     * @returns {ProcessIdentity | undefined} the remembered process, when it still runs
     */
    running(name) {
      const found = read(fileOf(name));
      return found && stillRuns(found) ? found : undefined;
    },
    /** Ends what a killed start left running. @param {(text: string) => void} say */
    async endOrphans(say) {
      for (const file of readdirSync(folder)) {
        const left = read(join(folder, file));
        if (left && left.pid !== process.pid && stillRuns(left)) {
          say(`ending ${file.replace('.json', '')} (process ${left.pid}), left by a start that was killed`);
          await endProcess(left.pid);
        }
        rmSync(join(folder, file), { force: true });
      }
    },
  };
}

/**
 * @param {string} file
 * @returns {ProcessIdentity | undefined}
 */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // never written, or half-written by a killed process
  }
}
