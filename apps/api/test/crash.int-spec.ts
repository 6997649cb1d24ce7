import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type DossierId,
  type DraftView,
  receiveDossier,
  type SubmissionReceipt,
  submitDossier,
} from '@mocua/contract';
import { VerifyDossiers } from '@mocua/server/dossier';
import { scaled } from '@mocua/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiHarness, type Session, wireRequest } from './api-harness';
import { BuiltApi } from './child-api';
import { CuttingProxy } from './cutting-proxy';
import { aFiling } from './filing.builder';

const kills = scaled(6, 200);
const cuts = scaled(6, 100);
const filingsPerKill = 6;

let api: ApiHarness;
let lam: Session;
let oneStop: Session;
let built: BuiltApi;

beforeAll(async () => {
  api = await ApiHarness.start();
  // A process of its own has the clock of the machine.
  api.clock.set(new Date());
  built = await BuiltApi.build();
  oneStop = await api.officer('hanh', 'dong-sen-one-stop');
  lam = await api.citizen('lam');
}, 120_000);
afterAll(async () => {
  await built.remove();
  await api.close();
});

async function dossiersOf(drafts: readonly DraftView[]): Promise<Record<string, number>> {
  const rows = await api.db.database.query<{ n: number; drafts: number }>(
    `SELECT n, count(*)::int AS drafts FROM (
       SELECT count(d.dossier_id)::int AS n FROM unnest($1::uuid[]) AS wanted(id) LEFT JOIN dossier.dossiers d ON d.draft_id = wanted.id GROUP BY wanted.id
     ) counted GROUP BY n`,
    [drafts.map((draft) => draft.draftId)],
  );
  return Object.fromEntries(rows.map((row) => [row.n, row.drafts]));
}

/** A filing as its applicant sees it: sent under one key until there is an answer. */
interface Filing {
  readonly draft: DraftView;
  readonly key: string;
  readonly answers: SubmissionReceipt[];
}

function request({ draft, key }: Filing) {
  return wireRequest(submitDossier, { as: lam, params: draft, body: { version: draft.version }, key });
}

describe('an API killed with -9 in the middle of submissions', () => {
  it(`loses nothing it acknowledged and doubles nothing, over ${kills} kills`, async () => {
    const filings: Filing[] = [];
    let unanswered = 0;
    let answered = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      lam = await api.citizen('lam');
      const mine = await Promise.all(
        Array.from({ length: filingsPerKill }, async (): Promise<Filing> => ({
          draft: await aFiling(api, lam).draft(),
          key: randomUUID(),
          answers: [],
        })),
      );
      filings.push(...mine);
      const first = await built.start(api);
      // The first filing of a process takes longest: everything is still being loaded.
      const began = performance.now();
      const whole = await first.send<SubmissionReceipt>(
        request({ draft: await aFiling(api, lam).draft(), key: randomUUID(), answers: [] }),
      );
      const usual = performance.now() - began;
      expect(whole?.status).toBe(200);
      const sending = mine.map(async (filing, n) => {
        await pause(n * 4);
        const answer = await first.send<SubmissionReceipt>(request(filing));
        if (answer?.status === 200) filing.answers.push(answer.body);
        else unanswered += 1;
      });
      // Spread over the whole time in which the filings are under way.
      await pause(((kill * 7919) % 100) * 0.01 * usual * 2);
      await first.kill();
      await Promise.all(sending);
      answered += mine.filter((filing) => filing.answers.length > 0).length;
      await Promise.all(
        mine.map(async (filing) => {
          const retry = await api.call(submitDossier, {
            as: lam,
            params: filing.draft,
            body: { version: filing.draft.version },
            key: filing.key,
          });
          if (retry.status !== 200) throw new Error(JSON.stringify(retry.problem));
          filing.answers.push(retry.body);
        }),
      );
    }
    expect(
      filings.filter((filing) => new Set(filing.answers.map((answer) => JSON.stringify(answer))).size !== 1),
    ).toEqual([]);
    expect(await dossiersOf(filings.map((filing) => filing.draft))).toEqual({ 1: filings.length });
    // The kills hit: some filings were cut off, and some were not.
    expect(unanswered).toBeGreaterThan(0);
    expect(answered).toBeGreaterThan(0);
  }, 3_600_000);

  it('starts again by itself and answers the retry', async () => {
    const filing: Filing = { draft: await aFiling(api, lam).draft(), key: randomUUID(), answers: [] };
    const first = await built.start(api);
    const sent = await first.send<SubmissionReceipt>(request(filing));
    await first.kill();
    const second = await built.start(api);
    const retried = await second.send<SubmissionReceipt>(request(filing));
    await second.kill();
    expect([sent?.status, retried?.status]).toEqual([200, 200]);
    expect(retried?.body).toEqual(sent?.body);
  }, 120_000);
});

describe('a connection to the database cut between commit and reply', () => {
  let proxy: CuttingProxy;
  let cutApi: NestFastifyApplication;
  beforeAll(async () => {
    proxy = await CuttingProxy.before(api.db.url);
    cutApi = await api.another({ DATABASE_URL: proxy.url(api.db.url) });
    lam = await api.citizen('lam');
    oneStop = await api.officer('hanh', 'dong-sen-one-stop');
  }, 60_000);
  afterAll(() => proxy.close());

  it.each(['after', 'before'] as const)(
    '(%s the database heard of it) neither loses nor doubles a filing',
    async (cut) => {
      const drafts: DraftView[] = [];
      for (let n = 0; n < cuts; n += 1) {
        const draft = await aFiling(api, lam).draft();
        drafts.push(draft);
        const call = {
          as: lam,
          params: draft,
          body: { version: draft.version },
          key: randomUUID(),
          through: cutApi,
        };
        const done = proxy.cutNext('dossier-insert', cut);
        const [lost] = await Promise.all([api.call(submitDossier, call), done]);
        expect([lost.status, lost.problem.code]).toEqual([503, 'system.unavailable']);
        expect(await dossiersOf([draft])).toEqual({ [cut === 'after' ? 1 : 0]: 1 });
        const retried = await api.call(submitDossier, call);
        const again = await api.call(submitDossier, { ...call, through: api.app });
        expect([retried.status, again.status]).toEqual([200, 200]);
        expect(again.body).toEqual(retried.body);
      }
      expect(await dossiersOf(drafts)).toEqual({ 1: cuts });
    },
    600_000,
  );

  it.each(['after', 'before'] as const)(
    '(%s the database heard of it) neither loses nor doubles a reception, and leaves no gap',
    async (cut) => {
      const codes: string[] = [];
      for (let n = 0; n < cuts; n += 1) {
        const dossierId: DossierId = await aFiling(api, lam).dossierId();
        const call = {
          as: oneStop,
          params: { dossierId },
          body: { version: 1 },
          key: randomUUID(),
          through: cutApi,
        };
        const done = proxy.cutNext('COMMIT', cut);
        const [lost] = await Promise.all([api.call(receiveDossier, call), done]);
        expect([lost.status, lost.problem.code]).toEqual([503, 'system.unavailable']);
        const retried = await api.call(receiveDossier, call);
        expect([retried.status, retried.body.version]).toEqual([200, 4]);
        codes.push(retried.body.code ?? '');
      }
      const orders = codes.map((code) => Number(code.split('-').at(-1)));
      expect(orders).toEqual(orders.map((_order, n) => (orders[0] ?? 0) + n));
    },
    600_000,
  );
});

describe('after all of it', () => {
  it('every dossier replays to its stored state', async () => {
    const report = await api.get(VerifyDossiers).execute();
    expect(report.faults).toEqual([]);
  });
});
