import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../bootstrap/src/pinned-node.mjs';
import { ensureDatabase } from '../../local-postgres/src/ensure-database.mjs';
import { startLocalPostgres } from '../../local-postgres/src/local-postgres.mjs';
import { runNode, runNx } from '../../start/src/nx.mjs';

/**
 * Builds, brings up a durable PostgreSQL of its own and runs the measurements in one process beside it.
 * @param {string[]} args passed on: `--small` for a short run
 * @returns {Promise<number>} exit code
 */
export async function runBench(args) {
  const built = await runNx([
    'run-many',
    '-t',
    'build',
    '-p',
    'bench,api,portal,sandbox,worker',
    '--output-style=static',
  ]);
  if (built.code !== 0) {
    console.error(`The build failed:\n${built.output.slice(-4_000)}`);
    return 1;
  }
  // The portal measures its own home page; here a size above the limit is a figure to quote, not a failure.
  const home = await runNode([join(ROOT, 'apps/portal/tools/home-script.mjs')]);
  console.log(`home: ${home.output.trim().split('\n').at(-1)?.trim()}`);
  const dataDir = mkdtempSync(join(tmpdir(), 'mocua-bench-'));
  const postgres = await startLocalPostgres({ dataDir: join(dataDir, 'postgres'), note: console.error });
  try {
    const url = await ensureDatabase(postgres.url, 'mocua');
    return await new Promise((resolve) => {
      const child = spawn(
        process.execPath,
        ['--enable-source-maps', join(ROOT, 'dist/tools/bench/main.js'), ...args],
        {
          env: {
            ...process.env,
            DATABASE_URL: url,
            DATA_DIR: dataDir,
            LOG_LEVEL: 'silent',
            RATE_LIMIT: 'off',
          },
          stdio: 'inherit',
        },
      );
      child.on('close', (code) => resolve(code ?? 1));
    });
  } finally {
    await postgres.stop();
    // where root runs it the database may have had to go elsewhere
    for (const folder of [dirname(postgres.home), dataDir]) rmSync(folder, { recursive: true, force: true });
  }
}
