import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../bootstrap/src/pinned-node.mjs';
import { ensureDatabase } from '../../local-postgres/src/ensure-database.mjs';
import { startLocalPostgres } from '../../local-postgres/src/local-postgres.mjs';
import { demandUsable } from './given-database.mjs';
import { runNx } from './nx.mjs';
import { Expected, readSettings } from './settings.mjs';

/** Name of the database in the local PostgreSQL. */
const DATABASE = 'mocua';

/**
 * The database of this workspace: the one of DATABASE_URL, else the embedded one below DATA_DIR.
 * @param {import('./settings.mjs').Settings} settings
 * @param {(text: string) => void} note
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 * @throws {Expected} a DATABASE_URL that cannot be used
 */
export async function openWorkspaceDatabase({ databaseUrl, dataDir }, note) {
  if (databaseUrl) {
    await demandUsable(databaseUrl);
    return { url: databaseUrl, stop: async () => undefined };
  }
  const postgres = await startLocalPostgres({ dataDir: join(dataDir, 'postgres'), note });
  return { url: await ensureDatabase(postgres.url, DATABASE), stop: postgres.stop };
}

/**
 * Runs the built command line.
 * @param {string[]} args
 * @param {{ env: Record<string, string>, capture?: boolean, halt?: AbortSignal }} options
 *   capture: return the output instead of showing it; halt: end the command
 * @returns {Promise<{ code: number, output: string }>}
 */
export function mocua(args, { env, capture = false, halt }) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', join(ROOT, 'dist/tools/mocua/main.js'), ...args],
      {
        env: { ...process.env, ...env },
        ...(halt ? { signal: halt } : {}),
        stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Body of `npm run mocua`.
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runMocua(args) {
  try {
    const settings = readSettings();
    const built = await runNx(['build', 'mocua']);
    if (built.code !== 0) throw new Expected(`The command line was not built:\n${built.output.trim()}`);
    const database = await openWorkspaceDatabase(settings, (text) => console.error(text));
    try {
      const env = { DATABASE_URL: database.url, DATA_DIR: settings.dataDir };
      return (await mocua(args, { env })).code;
    } finally {
      await database.stop();
    }
  } catch (error) {
    if (!(error instanceof Expected)) throw error;
    console.error(error.message);
    return 1;
  }
}
