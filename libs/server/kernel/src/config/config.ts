import { join, resolve } from 'node:path';
import { z } from 'zod';
import { workspaceRoot } from '../workspace-root';

const port = z.coerce.number().int().min(1).max(65535);

/** Known to everybody, so only good for a portal that nobody reaches from outside. */
const developmentSecret = 'development-secret-not-for-use';

/** An address that is called over HTTP; no other scheme leads outside. */
const address = z.url({ protocol: /^https?$/u });

/** Words between commas. */
const list = z.string().transform((text) => text.split(',').map((word) => word.trim()));

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
  PUBLIC_ORIGIN: address.optional(),
  VNEID_ISSUER: address.optional(),
  SSO_ISSUER: address.optional(),
  MESSAGES_URL: address.optional(),
  MESSAGES_SECRET: z.string().min(16).default(developmentSecret),
  ZALO_URL: address.optional(),
  ZALO_APP_ID: z.string().default('mocua'),
  ZALO_TOKEN: z.string().min(16).default(developmentSecret),
  ZALO_SECRET: z.string().min(16).default(developmentSecret),
  ZALO_TEMPLATES: z.string().optional(),
  KIOSK_BRIDGE_URL: address.optional(),
  LGSP_URL: address.optional(),
  LGSP_CLIENT_ID: z.string().default('mocua'),
  LGSP_CLIENT_SECRET: z.string().min(16).default(developmentSecret),
  NATIONAL_PORTAL_URL: address.optional(),
  NATIONAL_PORTAL_USERNAME: z.string().default('tinh-song-ngan'),
  NATIONAL_PORTAL_SECRET: z.string().min(16).optional(),
  NATIONAL_PORTAL_UNIT: z.string().default('000.00.00.H99'),
  NATIONAL_PORTAL_DESTINATION: z.string().default('VN:GOV:000.00.00.G22:vpcpdvcqg'),
  SECTOR_URL: address.optional(),
  /** `none` for a province that has connected none. */
  SECTOR_SYSTEMS: z
    .literal('none')
    .transform((): string[] => [])
    .or(list.pipe(z.array(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u))))
    .optional(),
  SECTOR_SECRET: z.string().min(16).default(developmentSecret),
  /** `none` for a province that has connected none. */
  DOCUMENT_MANAGEMENT_URL: z.literal('none').or(address).optional(),
  DOCUMENT_MANAGEMENT_SECRET: z.string().min(16).default(developmentSecret),
  PAYMENT_URL: address.optional(),
  PAYMENT_PARTNER: z.string().default('SONGNGAN'),
  PAYMENT_SECRET: z.string().min(16).default(developmentSecret),
  POST_URL: address.optional(),
  POST_CUSTOMER: z.string().default('SONGNGAN'),
  POST_TOKEN: z.string().min(16).default(developmentSecret),
  POST_SECRET: z.string().min(16).default(developmentSecret),
  POST_PAID_BY: z.enum(['receiver', 'agency']).default('receiver'),
  SIGNING_URL: address.optional(),
  SIGNING_PARTNER: z.string().default('SONGNGAN'),
  SIGNING_SECRET: z.string().min(16).default(developmentSecret),
  SIGNING_AUTHORITIES: z.string().optional(),
  OUTBOUND_PRIVATE_NETWORKS: list.pipe(z.array(z.union([z.cidrv4(), z.cidrv6()]))).optional(),
  OUTBOUND_ORIGINS: list.pipe(z.array(address)).default([]),
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
  /** What the message gateway signs its receipts with. */
  readonly messagesSecret: string;
  /** Where the official account of Zalo sends from, without a trailing slash. */
  readonly zaloUrl: string;
  readonly zalo: {
    readonly appId: string;
    readonly token: string;
    /** What the operator signs its events with. */
    readonly secret: string;
    /** JSON file of the numbers it gave to our texts; null where it knows them by our names. */
    readonly templates: string | null;
  };
  /** Where card readers, scanners and printers of kiosks are reached, without a trailing slash. */
  readonly kioskBridgeUrl: string;
  /** The provincial service bus, without a trailing slash. */
  readonly lgspUrl: string;
  readonly lgspClientId: string;
  readonly lgspClientSecret: string;
  /** One-stop adapter of the national portal, and how this province is known there. */
  readonly nationalPortalUrl: string;
  readonly nationalPortal: {
    readonly username: string;
    /** Password there, and what the portal proves itself with here. */
    readonly secret: string;
    readonly unit: string;
    readonly destination: string;
  };
  /** Where sector systems are reached, each below its code; and what they sign their messages with. */
  readonly sectorUrl: string;
  readonly sectorSecret: string;
  /** Codes of the sector systems this province has connected; steps of others are done here. */
  readonly sectorSystems: readonly string[];
  /** Document management system, without a trailing slash; empty where none is connected: numbers are given here then. */
  readonly documentManagementUrl: string;
  /** What it signs its messages with. */
  readonly documentManagementSecret: string;
  /** Payment platform, and the name and secret by which it and this portal know each other. */
  readonly paymentUrl: string;
  readonly paymentPartner: string;
  readonly paymentSecret: string;
  /** The public post, and how this province is known there. */
  readonly postUrl: string;
  readonly post: {
    readonly customer: string;
    readonly token: string;
    /** What the post signs its messages with. */
    readonly secret: string;
    /** Who pays the postage, to the post itself. */
    readonly paidBy: 'receiver' | 'agency';
  };
  /** Service that signs for leaders from afar, without a trailing slash. */
  readonly signingUrl: string;
  readonly signing: {
    readonly partner: string;
    /** Known to the service and this portal only; its calls are believed by it. */
    readonly secret: string;
    /** PEM file of the authorities whose certificates are believed. */
    readonly authorities: string;
  };
  /** CIDR blocks that are not public and may be called all the same. */
  readonly outboundNetworks: readonly string[];
  /** Origins that may be called besides those of the other settings. */
  readonly outboundOrigins: readonly string[];
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
    this.messagesSecret = values.MESSAGES_SECRET;
    this.zaloUrl = (values.ZALO_URL ?? `${sandbox}/zalo`).replace(/\/$/u, '');
    this.zalo = zaloOf(values);
    this.kioskBridgeUrl = (values.KIOSK_BRIDGE_URL ?? sandbox).replace(/\/$/u, '');
    this.lgspUrl = (values.LGSP_URL ?? `${sandbox}/lgsp`).replace(/\/$/u, '');
    this.lgspClientId = values.LGSP_CLIENT_ID;
    this.lgspClientSecret = values.LGSP_CLIENT_SECRET;
    this.nationalPortalUrl = values.NATIONAL_PORTAL_URL ?? `${sandbox}/dvcqg/adapter`;
    this.nationalPortal = {
      username: values.NATIONAL_PORTAL_USERNAME,
      secret: values.NATIONAL_PORTAL_SECRET ?? values.OIDC_CLIENT_SECRET,
      unit: values.NATIONAL_PORTAL_UNIT,
      destination: values.NATIONAL_PORTAL_DESTINATION,
    };
    this.sectorUrl = (values.SECTOR_URL ?? `${sandbox}/sector`).replace(/\/$/u, '');
    this.sectorSecret = values.SECTOR_SECRET;
    // A portal for development has the system of the sandbox; any other names those it has connected.
    this.sectorSystems = values.SECTOR_SYSTEMS ?? (this.secureCookies ? [] : ['business-registration']);
    this.documentManagementUrl = documentManagementOf(values, this.secureCookies ? '' : `${sandbox}/qlvb`);
    this.documentManagementSecret = values.DOCUMENT_MANAGEMENT_SECRET;
    this.paymentUrl = (values.PAYMENT_URL ?? `${sandbox}/payment`).replace(/\/$/u, '');
    this.paymentPartner = values.PAYMENT_PARTNER;
    this.paymentSecret = values.PAYMENT_SECRET;
    this.postUrl = (values.POST_URL ?? `${sandbox}/post`).replace(/\/$/u, '');
    this.post = {
      customer: values.POST_CUSTOMER,
      token: values.POST_TOKEN,
      secret: values.POST_SECRET,
      paidBy: values.POST_PAID_BY,
    };
    this.signingUrl = (values.SIGNING_URL ?? `${sandbox}/signing`).replace(/\/$/u, '');
    this.signing = {
      partner: values.SIGNING_PARTNER,
      secret: values.SIGNING_SECRET,
      authorities: values.SIGNING_AUTHORITIES ?? join(this.dataDir, 'sandbox', 'signing', 'authority.pem'),
    };
    // A portal for development has the sandbox on its own machine; one on https names its networks.
    this.outboundNetworks =
      values.OUTBOUND_PRIVATE_NETWORKS ?? (this.secureCookies ? [] : ['127.0.0.0/8', '::1/128']);
    this.outboundOrigins = values.OUTBOUND_ORIGINS;
    this.oidcClientSecret = values.OIDC_CLIENT_SECRET;
    this.logLevel = values.LOG_LEVEL;
    this.onlineFiling = values.ONLINE_FILING === 'on';
    this.maxUploadBytes = values.MAX_UPLOAD_BYTES;
    this.rateLimit = values.RATE_LIMIT === 'on';
  }

  /** Every address that this process may call, by the name of its setting: all that are configured but our own. */
  get outboundUrls(): ReadonlyMap<string, string> {
    const settings = Object.entries(this).flatMap(([name, value]: [string, unknown]): [string, string][] =>
      typeof value === 'string' && name !== 'publicOrigin' && /^https?:\/\//iu.test(value)
        ? [[name, value]]
        : [],
    );
    return new Map([
      ...settings,
      ...this.outboundOrigins.map((origin): [string, string] => [origin, origin]),
    ]);
  }
}

function zaloOf(values: z.output<typeof schema>): Config['zalo'] {
  const { ZALO_APP_ID: appId, ZALO_TOKEN: token, ZALO_SECRET: secret, ZALO_TEMPLATES: templates } = values;
  return { appId, token, secret, templates: templates ?? null };
}

function documentManagementOf({ DOCUMENT_MANAGEMENT_URL: url }: z.output<typeof schema>, otherwise: string) {
  return url === 'none' ? '' : (url ?? otherwise).replace(/\/$/u, '');
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
    const missing = parsed.data.PUBLIC_ORIGIN?.startsWith('https:') ? missingSecrets(parsed.data) : [];
    if (missing.length > 0) throw new ConfigError(missing);
    return new Config(parsed.data);
  }
  throw new ConfigError(
    parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return present[name] === undefined ? `${name} is missing` : `${name}: ${issue.message}`;
    }),
  );
}

/**
 * What a portal for real people must not leave as everybody knows it. The secret of payments is asked for whether a platform is
 * named or not: by it alone the portal believes that somebody paid.
 */
function missingSecrets(values: z.output<typeof schema>): string[] {
  const own = (secret: string | undefined): boolean => secret !== undefined && secret !== developmentSecret;
  return [
    ...(own(values.OIDC_CLIENT_SECRET)
      ? []
      : ['OIDC_CLIENT_SECRET is missing: a portal on https needs a secret of its own']),
    ...(values.LGSP_URL === undefined || own(values.LGSP_CLIENT_SECRET)
      ? []
      : ['LGSP_CLIENT_SECRET is missing: the service bus knows this portal by it']),
    // Receipts are taken in wherever messages go out, so a secret everybody knows would let anybody forge them.
    ...(own(values.MESSAGES_SECRET) ? [] : ['MESSAGES_SECRET is missing: receipts are believed by it alone']),
    ...(own(values.ZALO_SECRET) ? [] : ['ZALO_SECRET is missing: events of Zalo are believed by it alone']),
    ...(values.ZALO_URL === undefined || own(values.ZALO_TOKEN)
      ? []
      : ['ZALO_TOKEN is missing: the account at Zalo is known by it']),
    ...(values.ZALO_URL === undefined || values.ZALO_TEMPLATES !== undefined
      ? []
      : ['ZALO_TEMPLATES is missing: Zalo knows approved texts by numbers of its own']),
    ...(values.NATIONAL_PORTAL_URL === undefined || own(values.NATIONAL_PORTAL_SECRET)
      ? []
      : ['NATIONAL_PORTAL_SECRET is missing: the national portal knows this portal by it']),
    // A message of the post only makes us ask it, so its secret matters where there is a post.
    ...(values.POST_URL === undefined || own(values.POST_TOKEN)
      ? []
      : ['POST_TOKEN is missing: the post knows this portal by it']),
    ...(values.POST_URL === undefined || own(values.POST_SECRET)
      ? []
      : ['POST_SECRET is missing: messages of the post are believed by it alone']),
    ...(values.SIGNING_URL === undefined || own(values.SIGNING_SECRET)
      ? []
      : ['SIGNING_SECRET is missing: the signing service and this portal know each other by it']),
    ...(values.SIGNING_URL === undefined || values.SIGNING_AUTHORITIES !== undefined
      ? []
      : ['SIGNING_AUTHORITIES is missing: certificates are believed only under authorities that are named']),
    ...((values.SECTOR_SYSTEMS ?? []).length === 0 || own(values.SECTOR_SECRET)
      ? []
      : ['SECTOR_SECRET is missing: what sector systems tell is believed by it alone']),
    ...((values.DOCUMENT_MANAGEMENT_URL ?? 'none') === 'none' || own(values.DOCUMENT_MANAGEMENT_SECRET)
      ? []
      : ['DOCUMENT_MANAGEMENT_SECRET is missing: numbers of documents are believed by it alone']),
    ...(own(values.PAYMENT_SECRET) ? [] : ['PAYMENT_SECRET is missing: payments are believed by it alone']),
  ];
}
