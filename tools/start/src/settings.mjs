import { join, resolve } from 'node:path';
import { ROOT } from '../../bootstrap/src/pinned-node.mjs';

/**
 * What the environment says about a start.
 * @typedef {{ dataDir: string, port: number, sandboxPort: number, databaseUrl: string | undefined }} Settings
 */

/**
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @returns {Settings}
 */
export function readSettings(environment = process.env) {
  return {
    dataDir: resolve(environment['DATA_DIR'] || join(ROOT, '.data')),
    port: portFrom(environment, 'PORT', 3000),
    sandboxPort: portFrom(environment, 'SANDBOX_PORT', 4000),
    databaseUrl: environment['DATABASE_URL'] || undefined,
  };
}

/**
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {string} name
 * @param {number} otherwise
 */
function portFrom(environment, name, otherwise) {
  const text = environment[name];
  if (!text) return otherwise;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Expected(`${name}=${text} is not a port number.`);
  return port;
}

/** A failure that the user can mend; printed without a stack. */
export class Expected extends Error {}
