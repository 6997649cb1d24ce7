import { randomUUID } from 'node:crypto';
import {
  type JsonValue,
  LgspFailure,
  type Operation,
  type ServiceClient,
  type ServiceDescription,
} from '@mocua/lgsp/client';
import {
  NationalPortal,
  type PortalDossier,
  PortalFailure,
  type PortalProgress,
  type PortalRecord,
  type PutOutcome,
} from '@mocua/server/national-portal';
import { z } from 'zod';
import { type PortalAccount, PortalSession } from './portal-session';
import { answerCodes } from './wire-codes';
import { wireDossier, wireProgress } from './wire-dossier';
import { recordOf, wireRecord } from './wire-record';

export interface NationalPortalSettings extends PortalAccount {
  /** Identifier of the province at the portal, `madonvi`. */
  readonly unitCode: string;
}

const envelope = z.object({
  error_code: z.union([z.number(), z.string()]).transform(String),
  message: z.string().optional(),
  result: z.unknown().optional(),
});
type Envelope = z.output<typeof envelope>;

const items = z.array(
  z.object({
    MaHoSo: z.string(),
    error_code: z.union([z.number(), z.string()]).transform(String),
    message: z.string().optional(),
  }),
);

interface Request {
  readonly session: string;
  readonly service: string;
  readonly body: Readonly<Record<string, JsonValue>>;
}

/** Failures after which nothing of the request can still be on its way to the portal. */
const answered: ReadonlySet<string> = new Set([
  'refused',
  'unauthorised',
  'over-quota',
  'failed',
  'unreadable',
  'broken',
  'too-large',
]);

/** The national portal through its one-stop adapter (“MC”): one address, the service named in the body. */
export class NationalPortalClient extends NationalPortal {
  private readonly session: PortalSession;

  constructor(
    private readonly client: ServiceClient,
    private readonly service: ServiceDescription,
    private readonly settings: NationalPortalSettings,
  ) {
    super();
    this.session = new PortalSession(client, service, settings);
  }

  override async put(
    dossiers: readonly PortalDossier[],
    how: 'insert' | 'update',
  ): Promise<ReadonlyMap<string, PutOutcome>> {
    const body = { isUpdating: how === 'update' ? 'True' : 'False', data: dossiers.map(wireDossier) };
    const { result } = await this.ask('DongBoHoSoMC', body, true);
    const outcomes = this.read(items, result);
    const found = new Map<string, PutOutcome>();
    for (const { MaHoSo, error_code: code, message } of outcomes)
      found.set(MaHoSo, outcomeOf(code, message ?? ''));
    for (const { code } of dossiers)
      if (!found.has(code)) throw new PortalFailure('the portal said nothing about a dossier', true, true);
    return found;
  }

  override async addProgress(rows: readonly PortalProgress[]): Promise<void> {
    await this.ask('CapNhatTienDoHoSoMC', { data: rows.map(wireProgress) }, false);
  }

  override async lookUp(code: string): Promise<PortalRecord | null> {
    const { error_code, result } = await this.ask('TraCuuHoSo', { mahoso: code }, true, answerCodes.missing);
    return error_code === answerCodes.missing ? null : recordOf(this.read(wireRecord, result));
  }

  private async ask(
    service: string,
    body: Request['body'],
    idempotent: boolean,
    alsoFine?: string,
  ): Promise<Envelope> {
    // A session that ended is told before anything is done, so the second asking is the first that counts.
    for (let signIn = 1; ; signIn += 1) {
      const { session, answer } = await this.askAgainAfterFlood(service, body, idempotent);
      if (answer.error_code === answerCodes.sessionEnded && signIn === 1) {
        this.session.forget(session);
        await Promise.resolve();
        continue;
      }
      const code = Number(answer.error_code);
      if (code === 0 || answer.error_code === alsoFine) return answer;
      throw new PortalFailure(`${service} answered ${answer.error_code}`, false, true);
    }
  }

  /** No answer of this portal is that long: one that does not end says nothing about what was asked. */
  private async askAgainAfterFlood(...asked: Parameters<NationalPortalClient['askOnce']>) {
    try {
      return await this.askOnce(...asked);
    } catch (error) {
      const [, , idempotent] = asked;
      const flooded = error instanceof PortalFailure && isKind(error.cause, 'too-large');
      if (!flooded || !idempotent) throw error;
      return this.askOnce(...asked);
    }
  }

  private async askOnce(
    service: string,
    body: Request['body'],
    idempotent: boolean,
  ): Promise<{ session: string; answer: Envelope }> {
    const operation: Operation<Request, Envelope> = {
      service: this.service,
      name: service,
      method: 'POST',
      idempotent,
      encode: (request) => ({
        path: 'integration',
        headers: { dstcode: this.settings.destinationCode },
        body: {
          session: request.session,
          madonvi: this.settings.unitCode,
          service: request.service,
          ...request.body,
        },
      }),
      decode: (value) => envelope.parse(value),
    };
    try {
      const session = await this.session.get();
      const request = { session, service, body };
      const answer = await this.client.call(operation, request, { idempotencyKey: randomUUID() });
      return { session, answer };
    } catch (error) {
      if (!(error instanceof LgspFailure)) throw error;
      throw new PortalFailure(
        error.message,
        isPassing(error),
        answered.has(error.kind) || !error.mayHaveBeenApplied,
        error,
      );
    }
  }

  private read<T>(schema: z.ZodType<T>, value: unknown): T {
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new PortalFailure('the portal gave an answer of another shape', true, true);
    return parsed.data;
  }
}

/** A gateway that refuses a token or redirects is not well; that says nothing about the message. */
function isPassing(failure: LgspFailure): boolean {
  return failure.isPassing || failure.kind === 'unauthorised' || failure.kind === 'too-large';
}

function isKind(cause: unknown, kind: LgspFailure['kind']): boolean {
  return cause instanceof LgspFailure && cause.kind === kind;
}

function outcomeOf(code: string, message: string): PutOutcome {
  if (Number(code) === 0) return { kind: 'done' };
  if (code === answerCodes.exists || code === `-${answerCodes.exists}`) return { kind: 'exists' };
  if (code === answerCodes.missing) return { kind: 'missing' };
  return { kind: 'refused', reason: `${code} ${message}`.trim().slice(0, 200) };
}
