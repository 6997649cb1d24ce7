import { join, resolve } from 'node:path';
import { z } from 'zod';
import { workspaceRoot } from '../workspace-root';

const port = z.coerce.number().int().min(1).max(65535);

/** Known to everybody, so only good for a portal that nobody reaches from outside. */
const developmentSecret = 'development-secret-not-for-use';

/** Everything the processes read from the environment, with development defaults. */
const schema = z.object({
  DATABASE_URL: z.string().min(1, 'connection string of PostgreSQL 15 or newer'),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  SANDBOX_PORT: port.default(4000),
  DATA_DIR: z
    .string()
    .default(join(workspaceRoot(), '.data'))
    .transform((path) => resolve(path)),
  PUBLIC_ORIGIN: z.url().optional(),
  VNEID_ISSUER: z.url().optional(),
  SSO_ISSUER: z.url().optional(),
  MESSAGES_URL: z.url().optional(),
  KIOSK_BRIDGE_URL: z.url().optional(),
  OIDC_CLIENT_SECRET: z.string().min(16).default(developmentSecret),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(16),
  ONLINE_FILING: z.enum(['on', 'off']).default('on'),
  MAX_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .min(1024)
    .default(25 * 1024 * 1024),
  RATE_LIMIT: z.enum(['on', 'off']).default('on'),
});

/** Typed configuration of a process. */
export class Config {
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Origin the browser sees, without a trailing slash. */
  readonly publicOrigin: string;
  /** Whether cookies are marked secure and carry the `__Host-` prefix. */
  readonly secureCookies: boolean;
  readonly vneidIssuer: string;
  readonly ssoIssuer: string;
  readonly messagesUrl: string;
  /** Where card readers, scanners and printers of kiosks are reached, without a trailing slash. */
  readonly kioskBridgeUrl: string;
  readonly oidcClientSecret: string;
  readonly logLevel: string;
  readonly onlineFiling: boolean;
  readonly maxUploadBytes: number;
  readonly rateLimit: boolean;

  constructor(values: z.output<typeof schema>) {
    const sandbox = `http://localhost:${values.SANDBOX_PORT}`;
    this.databaseUrl = values.DATABASE_URL;
    this.databasePool = values.DATABASE_POOL;
    this.host = values.HOST;
    this.port = values.PORT;
    this.dataDir = values.DATA_DIR;
    this.publicOrigin = (values.PUBLIC_ORIGIN ?? `http://localhost:${values.PORT}`).replace(/\/$/u, '');
    this.secureCookies = this.publicOrigin.startsWith('https:');
    this.vneidIssuer = values.VNEID_ISSUER ?? `${sandbox}/vneid`;
    this.ssoIssuer = values.SSO_ISSUER ?? `${sandbox}/sso`;
    this.messagesUrl = values.MESSAGES_URL ?? `${sandbox}/messages`;
    this.kioskBridgeUrl = (values.KIOSK_BRIDGE_URL ?? sandbox).replace(/\/$/u, '');
    this.oidcClientSecret = values.OIDC_CLIENT_SECRET;
    this.logLevel = values.LOG_LEVEL;
    this.onlineFiling = values.ONLINE_FILING === 'on';
    this.maxUploadBytes = values.MAX_UPLOAD_BYTES;
    this.rateLimit = values.RATE_LIMIT === 'on';
  }
}

/** Every missing or wrong variable at once, so that one start is enough to learn them all. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Configuration is not complete:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads the configuration. Throws {@link ConfigError} with the full list of what is missing or wrong. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (parsed.success) {
    const { PUBLIC_ORIGIN: origin, OIDC_CLIENT_SECRET: secret } = parsed.data;
    if (origin?.startsWith('https:') && secret === developmentSecret) {
      throw new ConfigError(['OIDC_CLIENT_SECRET is missing: a portal on https needs a secret of its own']);
    }
    return new Config(parsed.data);
  }
  throw new ConfigError(
    parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return present[name] === undefined ? `${name} is missing` : `${name}: ${issue.message}`;
    }),
  );
}
