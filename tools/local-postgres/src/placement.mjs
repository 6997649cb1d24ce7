import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Where the cluster lives and as whom the server runs.
 * @typedef {object} Placement
 * @property {string} native  folder with bin/, lib/ and share/
 * @property {string} home    folder that holds the cluster, its password and its log
 * @property {{ uid: number, gid: number } | undefined} user  whom to become; undefined means the present user
 */

/**
 * PostgreSQL refuses to run as root. For root we run it as `postgres` or `nobody`; where that user cannot reach the
 * binaries or the data folder (a clone below a private folder), copies are placed under /var/tmp.
 * @param {{ dataDir: string, binaries: import('./binaries.mjs').Binaries, note: (text: string) => void }} wish
 * @returns {Placement}
 */
export function place({ dataDir, binaries, note }) {
  const wished = resolve(dataDir);
  mkdirSync(wished, { recursive: true });
  if (process.getuid?.() !== 0) {
    chmodSync(wished, 0o700);
    return { native: binaries.native, home: wished, user: undefined };
  }

  const user = unprivilegedUser();
  const shelter = join('/var/tmp', `mocua-${createHash('sha256').update(wished).digest('hex').slice(0, 12)}`);
  chownSync(wished, user.uid, user.gid);
  chmodSync(wished, 0o700);

  let home = wished;
  if (!canEnter(wished, user)) {
    home = join(privateShelter(shelter), 'postgres');
    mkdirSync(home, { recursive: true });
    chownSync(home, user.uid, user.gid);
    chmodSync(home, 0o700);
    note(`Running as root, and ${user.name} cannot reach ${wished}: the database lies in ${home} instead.`);
  }
  let native = binaries.native;
  if (!canRun(native, user)) {
    native = copyBinaries(binaries, privateShelter(shelter));
    note(`Running as root, and ${user.name} cannot reach node_modules: PostgreSQL runs from ${native}.`);
  }
  return { native, home, user: { uid: user.uid, gid: user.gid } };
}

/** @returns {{ name: string, uid: number, gid: number }} */
function unprivilegedUser() {
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const row = rows.find((fields) => fields[0] === name);
    if (row) return { name, uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new Error(
    'PostgreSQL cannot run as root, and this machine has neither a user "postgres" nor "nobody".\n' +
      'Run as an ordinary user, or set DATABASE_URL.',
  );
}

/**
 * @param {string} folder
 * @param {{ uid: number, gid: number }} user
 */
function canEnter(folder, { uid, gid }) {
  const probe = spawnSync('/bin/sh', ['-c', 'cd "$1" && test -w . && test -x .', 'sh', folder], {
    uid,
    gid,
    cwd: '/',
  });
  return probe.status === 0;
}

/**
 * @param {string} native
 * @param {{ uid: number, gid: number }} user
 */
function canRun(native, { uid, gid }) {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { uid, gid, cwd: '/' }).status === 0;
}

/**
 * Makes the folder below /var/tmp. Anybody may write there, so a folder that somebody else prepared is refused.
 * @param {string} folder
 */
function privateShelter(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new Error(`${folder} was not made by root. Look at it, remove it and start again.`);
  }
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * @param {import('./binaries.mjs').Binaries} binaries
 * @param {string} shelter
 */
function copyBinaries(binaries, shelter) {
  const target = join(shelter, `native-${binaries.version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(binaries.native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(unfinished, { recursive: true, force: true }); // another start of this folder was faster
  }
  return target;
}
