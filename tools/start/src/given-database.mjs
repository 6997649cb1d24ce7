import pg from 'pg';
import { Expected } from './settings.mjs';

const oldestVersion = 15;

/**
 * What a refusal of the server means, by its SQLSTATE or the code of the network.
 * @type {Readonly<Record<string, (database: string) => string>>}
 */
const remedies = {
  '3D000': (database) =>
    `The server has no database "${database}". Create it: CREATE DATABASE ${pg.escapeIdentifier(database)} ENCODING 'UTF8';`,
  '28P01': () => 'The server refuses the password. Correct user and password in DATABASE_URL.',
  28000: () => 'The server refuses the user. Correct the user in DATABASE_URL, or let it in by pg_hba.conf.',
  53300: () => 'The server has no connection left. Raise max_connections, or end what holds them.',
  '57P03': () => 'The server is still starting or is stopping. Try again in a minute.',
  ECONNREFUSED: () =>
    'Nothing listens there. Start PostgreSQL, or correct host and port in DATABASE_URL; without DATABASE_URL the embedded PostgreSQL is used.',
  ENOTFOUND: () => 'The host is not known. Correct it in DATABASE_URL.',
  ETIMEDOUT: () => 'The server does not answer. Check host, port and firewall.',
};

/**
 * Refuses, with what to do, a DATABASE_URL that the portal could not live in.
 * @param {string} url
 * @throws {Expected}
 */
export async function demandUsable(url) {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^postgres(?:ql)?:$/u.test(parsed.protocol))
    throw new Expected(
      'DATABASE_URL is not an address of the form postgres://user:password@host:5432/database.',
    );
  const shown = `${parsed.host}${parsed.pathname}`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection lost after the question was answered is found by whoever connects next.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::integer / 10000 AS version,
              current_setting('server_encoding') AS encoding,
              has_database_privilege(current_database(), 'CREATE') AS may_create`,
    );
    const faults = faultsOf(rows[0]);
    if (faults.length > 0) throw new Expected(`DATABASE_URL (${shown}): ${faults.join(' ')}`);
  } catch (error) {
    if (error instanceof Expected) throw error;
    const { code = '', message } = /** @type {{ code?: string, message: string }} */ (error);
    const remedy = remedies[/timeout/iu.test(message) ? 'ETIMEDOUT' : code];
    if (!remedy) throw error;
    throw new Expected(`DATABASE_URL (${shown}): ${remedy(decodeURIComponent(parsed.pathname.slice(1)))}`);
  } finally {
    await client.end();
  }
}

/**
 * @param {{ version: number, encoding: string, may_create: boolean }} server
 * @returns {string[]}
 */
export function faultsOf({ version, encoding, may_create: mayCreate }) {
  const faults = [];
  if (version < oldestVersion)
    faults.push(`PostgreSQL ${version} is too old. Use version ${oldestVersion} or newer.`);
  if (encoding !== 'UTF8')
    faults.push(`The database keeps text as ${encoding}. Create it with ENCODING 'UTF8'.`);
  if (!mayCreate) faults.push('The user may not make schemas. GRANT CREATE ON DATABASE to it.');
  return faults;
}
