import { randomUUID } from 'node:crypto';
import { type Handler, readBody, RequestError, sendJson } from '../web/exchange';
import type { NationalRecords, PutDossier, PutProgress } from './national-records';

export interface AdapterAccount {
  readonly username: string;
  readonly password: string;
}

const largestChunk = 10;
const longestText = 1000;
const sessionMs = 30 * 60_000;
const rememberedCalls = 10_000;

interface Answer {
  readonly error_code: string;
  readonly message: string;
  readonly result?: unknown;
}

const done: Answer = { error_code: '0', message: 'Thành công' };

/**
 * The one-stop adapter: `POST /auth` gives a session, `POST /integration` does what `service` says. A call that comes twice
 * under one `x-idempotency-key` is done once, as a gateway would; two calls with the same rows add them twice.
 */
export class NationalAdapter {
  private readonly sessions = new Map<string, number>();
  private readonly answers = new Map<string, Promise<Answer>>();

  constructor(
    private readonly records: NationalRecords,
    private readonly account: AdapterAccount,
  ) {}

  /** Ends all sessions, as the real portal does now and then. */
  endSessions(): void {
    this.sessions.clear();
  }

  readonly handle: Handler = async (request, response, url) => {
    if (request.method !== 'POST') throw new RequestError(405, 'POST');
    const body = JSON.parse(await readBody(request, 8 * 1024 * 1024)) as Readonly<Record<string, unknown>>;
    if (url.pathname.endsWith('/auth')) return sendJson(response, 200, this.signIn(body));
    if (!url.pathname.endsWith('/integration'))
      throw new RequestError(404, 'there is nothing at this address');
    if ((this.sessions.get(String(body['session'])) ?? 0) < Date.now())
      return sendJson(response, 200, { error_code: '-10', message: 'Phiên làm việc đã hết' });
    const key = request.headers['x-idempotency-key'] ?? request.headers['idempotency-key'];
    sendJson(response, 200, await this.once(typeof key === 'string' ? key : null, () => this.serve(body)));
  };

  private signIn({ username, password }: Readonly<Record<string, unknown>>): unknown {
    if (username !== this.account.username || password !== this.account.password)
      return { error_code: '-1', message: 'Sai tên đăng nhập hoặc mật khẩu' };
    const session = randomUUID();
    this.sessions.set(session, Date.now() + sessionMs);
    return { error_code: 0, session };
  }

  private once(key: string | null, work: () => Promise<Answer>): Promise<Answer> {
    if (key === null) return work();
    const known = this.answers.get(key);
    if (known) return known;
    const answer = work();
    this.answers.set(key, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > rememberedCalls && oldest !== undefined) this.answers.delete(oldest);
    return answer;
  }

  private async serve(body: Readonly<Record<string, unknown>>): Promise<Answer> {
    switch (body['service']) {
      case 'DongBoHoSoMC':
        return this.put(body);
      case 'CapNhatTienDoHoSoMC':
        return this.progress(body);
      case 'TraCuuHoSo':
        return this.lookUp(String(body['mahoso']));
      default:
        return { error_code: '-1', message: 'Không có dịch vụ này' };
    }
  }

  private async put({ isUpdating, data }: Readonly<Record<string, unknown>>): Promise<Answer> {
    if (!isList(data)) return tooMany;
    const result: unknown[] = [];
    for (const item of data) {
      const dossier = item as PutDossier;
      const outcome = this.check(dossier, isUpdating === 'True');
      if (outcome.error_code === '0') await this.records.put(dossier);
      result.push({ MaHoSo: dossier.MaHoSo, ...outcome });
    }
    return { ...done, result };
  }

  private check(dossier: PutDossier, updating: boolean): Answer {
    if (String(dossier['TrichYeuHoSo']).length > longestText)
      return { error_code: '-2', message: 'Trích yếu quá dài' };
    if (!/^(?:[1-9]|10)$/u.test(String(dossier['TrangThaiHoSo'])))
      return { error_code: '-2', message: 'Trạng thái không đúng' };
    const exists = this.records.knows(dossier.MaHoSo);
    if (exists && !updating) return { error_code: '3', message: `Hồ sơ ${dossier.MaHoSo} đã tồn tại` };
    if (!exists && updating) return { error_code: '4', message: `Không có hồ sơ ${dossier.MaHoSo}` };
    return done;
  }

  private async progress({ data }: Readonly<Record<string, unknown>>): Promise<Answer> {
    if (!isList(data)) return tooMany;
    const unknown = data.find((row) => !this.records.knows((row as PutProgress).MaHoSo)) as
      PutProgress | undefined;
    if (unknown) return { error_code: '4', message: `Không có hồ sơ ${unknown.MaHoSo}` };
    for (const row of data) await this.records.addProgress(row as PutProgress);
    return done;
  }

  private async lookUp(code: string): Promise<Answer> {
    const known = this.records.find(code);
    if (!known?.dossier) return { error_code: '4', message: 'Không có hồ sơ này' };
    return { ...done, result: { ...known.dossier, TienDo: known.progress } };
  }
}

const tooMany: Answer = { error_code: '-3', message: `Mỗi lần gửi từ 1 đến ${largestChunk} mục` };

function isList(data: unknown): data is readonly unknown[] {
  return Array.isArray(data) && data.length > 0 && data.length <= largestChunk;
}
