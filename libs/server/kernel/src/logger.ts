import { type Logger as PinoLogger, pino } from 'pino';

/** Keys whose values never reach a log, at any of the depths our objects have. */
const secretKeys = [
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
];
const paths = secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `*.*.*.${key}`]);

/** Twelve digits in a row, or a Vietnamese phone number, wherever it stands in a text. */
const personalNumber = /(?<!\d)(?:\d{12}|0\d{9}|\+84\d{9})(?!\d)/gu;

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
    redact: { paths, censor: '[redacted]' },
    serializers: { err: errorForLog },
    hooks: {
      streamWrite: (line: string) => line.replace(personalNumber, '[redacted]'),
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Keeps what helps to find a fault and drops what a driver may have copied from the row. */
function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = error as Error & {
    code?: unknown;
    constraint?: unknown;
    table?: unknown;
  };
  return { type: error.name, message: error.message, stack: error.stack, code, constraint, table };
}
