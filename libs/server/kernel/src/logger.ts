import { type Logger as PinoLogger, pino } from 'pino';

/** Keys whose values never reach a log, however deep they lie. */
const secretKeys = new Set([
  'answers',
  'body',
  'cookie',
  'cookies',
  'authorization',
  'password',
  'token',
  'secret',
  'pin',
  'code_verifier',
  'personalId',
  'fullName',
  'displayName',
  'name',
  'phone',
  'email',
  'address',
  'birthDate',
  'values',
  'claims',
  'ownerName',
  'receiverName',
  'reason',
  'note',
  'comment',
  'detail',
  'parameters',
  'where',
]);
/** Deeper than anything we log on purpose. */
const deepestLogged = 8;

/**
 * Twelve digits in a row, or a Vietnamese phone number, wherever it stands in a text. The last group of an id may be all
 * digits and is none.
 */
const personalNumber = /(?<!\d)(?<![0-9a-f]{4}-)(?:\d{12}|0\d{9}|\+84\d{9})(?!\d)/gu;

/** JSON logger that takes ids, codes and counts; personal data is removed by key and by pattern. */
export abstract class Logger {
  abstract debug(data: object, message: string): void;
  abstract info(data: object, message: string): void;
  abstract warn(data: object, message: string): void;
  abstract error(data: object, message: string): void;
}

/** Creates the logger of a process. `destination` is for tests. */
export function createLogger(
  process: string,
  level: string,
  destination?: { write(line: string): void },
): PinoLogger {
  const options = {
    level,
    base: { process },
    formatters: { log: (data: Readonly<Record<string, unknown>>) => withoutSecrets(data) },
    // Errors are plain objects by then; what pino would make of them is not wanted.
    serializers: { err: (error: object) => error },
    hooks: {
      streamWrite: (line: string) => line.replace(personalNumber, '[redacted]'),
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

function withoutSecrets(data: Readonly<Record<string, unknown>>, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      secretKeys.has(key) ? '[redacted]' : forLog(value, key, depth + 1),
    ]),
  );
}

function forLog(value: unknown, key: string, depth: number): unknown {
  if (value instanceof Error || key === 'err') return errorForLog(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth > deepestLogged) return '[too deep]';
  return Array.isArray(value)
    ? value.map((item) => forLog(item, '', depth + 1))
    : withoutSecrets({ ...value }, depth);
}

/** Keeps what helps to find a fault and drops what a driver may have copied from the row. */
function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = error as Error & {
    code?: unknown;
    constraint?: unknown;
    table?: unknown;
  };
  // PostgreSQL quotes the value it could not read (SQLSTATE class 22); elsewhere it quotes names of ours.
  const quotes = typeof code === 'string' && /^22[0-9A-Z]{3}$/u.test(code);
  const safe = (text: string | undefined): string | undefined =>
    quotes ? text?.replace(/".*"/gsu, '"…"') : text;
  return {
    type: error.name,
    message: safe(error.message),
    stack: safe(error.stack),
    code,
    constraint,
    table,
  };
}
