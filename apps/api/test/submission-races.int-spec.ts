import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  completeTask,
  type DossierId,
  type DraftId,
  getDraft,
  getMyDossier,
  getOfficerDossier,
  listMyDossiers,
  receiveDossier,
  removeFromDraft,
  saveDraft,
  submitDossier,
  withdrawDossier,
} from '@mocua/contract';
import { VerifyDossiers } from '@mocua/server/dossier';
import { isDeep, scaled } from '@mocua/testing';
import { type Answer, ApiHarness, type Session, wireRequest } from './api-harness';
import { BuiltApi, type ChildApi } from './child-api';
import { aFiling } from './filing.builder';

let api: ApiHarness;
let fleet: NestFastifyApplication[];
let lam: Session;
let oneStop: Session;

beforeAll(async () => {
  api = await ApiHarness.start();
  fleet = [api.app, await api.another(), await api.another(), await api.another()];
  lam = await api.citizen('lam');
  oneStop = await api.officer('hanh', 'dong-sen-one-stop');
}, 120_000);
afterAll(() => api.close());

function distinct<T>(items: readonly T[]): string[] {
  return [...new Set(items.map((item) => JSON.stringify(item)))];
}

async function dossiersOf(draftId: string): Promise<number> {
  const row = await api.db.database.one<{ n: number }>(
    'SELECT count(*)::int AS n FROM dossier.dossiers WHERE draft_id = $1',
    [draftId],
  );
  return row?.n ?? 0;
}

function statuses(answers: readonly Answer<unknown>[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
}

describe('one draft', () => {
  it('sent a hundred times at once with one key is one dossier with one receipt', async () => {
    const draft = await aFiling(api, lam).draft();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_each, n) =>
        api.call(submitDossier, {
          as: lam,
          params: draft,
          body: { version: draft.version },
          key,
          ...through(n),
        }),
      ),
    );
    expect(statuses(answers)).toEqual({ 200: 100 });
    expect(distinct(answers.map((answer) => answer.body))).toHaveLength(1);
    expect(await dossiersOf(draft.draftId)).toBe(1);
  });

  it('sent a hundred times at once under different keys is one dossier with one receipt', async () => {
    const draft = await aFiling(api, lam).draft();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_each, n) =>
        api.call(submitDossier, { as: lam, params: draft, body: { version: draft.version }, ...through(n) }),
      ),
    );
    expect(statuses(answers)).toEqual({ 200: 100 });
    expect(distinct(answers.map((answer) => answer.body))).toHaveLength(1);
    expect(await dossiersOf(draft.draftId)).toBe(1);
    // What the losers of the race had sealed or wanted to send is not there either.
    const { dossierId } = answers[0]?.body ?? { dossierId: '' as DossierId };
    const notices = await api.db.database.query('SELECT 1 FROM kernel.outbox WHERE lane = $1', [dossierId]);
    expect(notices).toHaveLength(1);
  });

  it('gives the same receipt a day later, when the dossier has long moved on', async () => {
    const draft = await aFiling(api, lam).draft();
    const key = randomUUID();
    const send = () =>
      api.call(submitDossier, { as: lam, params: draft, body: { version: draft.version }, key });
    const first = await send();
    await api.call(receiveDossier, { as: oneStop, params: first.body, body: { version: 1 } });
    expect((await send()).body).toEqual(first.body);
    const otherKey = await api.call(submitDossier, {
      as: lam,
      params: draft,
      body: { version: draft.version },
    });
    expect(otherKey.body).toEqual(first.body);
  });

  it('is refused when its key comes back with another body or for another draft', async () => {
    const draft = await aFiling(api, lam).draft();
    const other = await aFiling(api, lam).draft();
    const key = randomUUID();
    const sent = await api.call(submitDossier, {
      as: lam,
      params: draft,
      body: { version: draft.version },
      key,
    });
    expect(sent.status).toBe(200);
    const changed = await api.call(submitDossier, {
      as: lam,
      params: draft,
      body: { version: draft.version + 1 },
      key,
    });
    expect([changed.status, changed.problem.code]).toEqual([422, 'request.idempotency-key-reused']);
    const misused = await api.call(submitDossier, {
      as: lam,
      params: other,
      body: { version: other.version },
      key,
    });
    expect([misused.status, misused.problem.code]).toEqual([422, 'request.idempotency-key-reused']);
    expect(await dossiersOf(other.draftId)).toBe(0);
  });

  it('and another one racing for one key end as at most one dossier each, and the loser is told', async () => {
    const drafts = [await aFiling(api, lam).draft(), await aFiling(api, lam).draft()];
    const key = randomUUID();
    const send = () =>
      Promise.all(
        drafts.map((draft, n) =>
          api.call(submitDossier, {
            as: lam,
            params: draft,
            body: { version: draft.version },
            key,
            ...through(n),
          }),
        ),
      );
    const first = await send();
    expect(first.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(first.map((answer) => answer.status).sort()).toEqual([200, 422]);
    const second = await send();
    expect(second.map((answer) => answer.status).sort()).toEqual([200, 422]);
  });

  it('of which an older version is sent or saved is refused, and loses nothing', async () => {
    const draft = await aFiling(api, lam).draft();
    const stale = await api.call(submitDossier, {
      as: lam,
      params: draft,
      body: { version: draft.version - 1 },
    });
    expect([stale.status, stale.problem.code]).toEqual([409, 'draft.stale']);
    const answers = { ...(await storedAnswers(draft.draftId)), copies: 3 };
    const saves = await Promise.all(
      Array.from({ length: 10 }, (_each, n) =>
        api.call(saveDraft, {
          as: lam,
          params: draft,
          body: { version: draft.version, answers },
          ...through(n),
        }),
      ),
    );
    expect(statuses(saves)).toEqual({ 200: 1, 409: 9 });
    const sent = await api.call(submitDossier, {
      as: lam,
      params: draft,
      body: { version: draft.version + 1 },
    });
    expect(sent.status).toBe(200);
    const late = await api.call(saveDraft, {
      as: lam,
      params: draft,
      body: { version: draft.version + 1, answers },
    });
    expect([late.status, late.problem.code]).toEqual([409, 'draft.already-submitted']);
  });

  it('filed while it is being saved holds what was saved, or the saving is refused', async () => {
    for (let round = 0; round < scaled(8, 200); round += 1) {
      const draft = await aFiling(api, lam).draft();
      const answers = { ...(await storedAnswers(draft.draftId)), copies: 7 };
      const [saved, sent] = await Promise.all([
        api.call(saveDraft, {
          as: lam,
          params: draft,
          body: { version: draft.version, answers },
          ...through(round),
        }),
        api.call(submitDossier, {
          as: lam,
          params: draft,
          body: { version: draft.version },
          ...through(round + 1),
        }),
      ]);
      expect([saved.status, sent.status].filter((status) => status !== 200 && status !== 409)).toEqual([]);
      if (saved.status === 200 && sent.status === 200) {
        const view = await api.call(getMyDossier, { as: lam, params: sent.body });
        expect(view.body.answers['copies']).toBe(7);
      }
    }
  });

  it('filed while a file is taken out of it keeps every file it names, or keeps none of the two', async () => {
    for (let round = 0; round < scaled(8, 200); round += 1) {
      const draft = await aFiling(api, lam).withFiles('identity-paper', 'identity-paper').draft();
      const { attachments } = (await api.call(getDraft, { as: lam, params: draft })).body;
      const attachmentId = attachments[0]?.attachmentId ?? ('' as never);
      const [removed, sent] = await Promise.all([
        api.call(removeFromDraft, { as: lam, params: { ...draft, attachmentId }, ...through(round) }),
        api.call(submitDossier, {
          as: lam,
          params: draft,
          body: { version: draft.version },
          ...through(round + 1),
        }),
      ]);
      expect([200, 409]).toContain(removed.status);
      expect([200, 503]).toContain(sent.status);
      if (sent.status !== 200) continue;
      const view = await api.call(getMyDossier, { as: lam, params: sent.body });
      expect(view.body.attachments).toHaveLength(removed.status === 200 ? 1 : 2);
      expect(view.body.attachments.every((file) => file.fileName === 'giấy tờ.pdf')).toBe(true);
    }
  });
});

describe('a double click', () => {
  it('on a command of an officer changes the dossier once and answers twice alike', async () => {
    const dossierId = await aFiling(api, lam).dossierId();
    const key = randomUUID();
    const clicks = await Promise.all(
      Array.from({ length: 8 }, (_each, n) =>
        api.call(receiveDossier, {
          as: oneStop,
          params: { dossierId },
          body: { version: 1 },
          key,
          ...through(n),
        }),
      ),
    );
    expect(statuses(clicks)).toEqual({ 200: 8 });
    expect(distinct(clicks.map((answer) => [answer.body.code, answer.body.version]))).toHaveLength(1);
  });

  it('by two officers with different keys leaves one as winner and tells the other what happened', async () => {
    const dossierId = await aFiling(api, lam).dossierId();
    const clicks = await Promise.all(
      [0, 1].map((n) =>
        api.call(receiveDossier, { as: oneStop, params: { dossierId }, body: { version: 1 }, ...through(n) }),
      ),
    );
    expect(clicks.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const loser = clicks.find((answer) => answer.status === 409);
    expect(loser?.problem).toMatchObject({
      code: 'dossier.stale',
      params: { version: 4, state: 'processing' },
    });
  });

  it('of the applicant and an officer at once leaves one order of events', async () => {
    const specialist = await api.officer('tuan', 'dong-sen-specialist');
    const dossierId = await aFiling(api, lam).dossierId();
    await api.call(receiveDossier, { as: oneStop, params: { dossierId }, body: { version: 1 } });
    const view = await api.call(getOfficerDossier, { as: specialist, params: { dossierId } });
    const task = view.body.tasks[0];
    const values = {
      found: 'no',
      notFoundReason: 'Sổ năm 1996 không có tên này',
      searchedRegisters: 'Sổ khai sinh 1995–1997',
    };
    const both = await Promise.all([
      api.call(withdrawDossier, {
        as: lam,
        params: { dossierId },
        body: { version: view.body.version, reason: 'Tôi đã tìm thấy bản gốc.' },
      }),
      api.call(completeTask, {
        as: specialist,
        params: { dossierId, taskId: task?.taskId ?? ('' as never) },
        body: { version: view.body.version, outcome: 'submit', values },
        ...through(1),
      }),
    ]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });
});

describe('receptions', () => {
  it('at once over four processes get distinct codes without a gap, with more of them than connections', async () => {
    const many = 200;
    const people = await Promise.all(
      ['lam', 'ha', 'quan', 'van', 'khoa'].map((person) => api.citizen(person)),
    );
    const dossiers: DossierId[] = [];
    for (let from = 0; from < many; from += 20) {
      const part = Array.from({ length: 20 }, (_each, n) => people[(from + n) % people.length] ?? lam);
      dossiers.push(...(await Promise.all(part.map((person) => aFiling(api, person).dossierId()))));
    }
    if (isDeep()) {
      // Processes of their own have the clock of the machine, and sessions age with it.
      api.clock.set(new Date());
      lam = await api.citizen('lam');
      oneStop = await api.officer('hanh', 'dong-sen-one-stop');
    }
    const before = await lastOrder();
    const note = 'Hồ sơ đủ thành phần.';
    const codes = isDeep()
      ? await receivedByProcesses(dossiers, note)
      : await Promise.all(
          dossiers.map(async (dossierId, n) => {
            const key = randomUUID();
            // A process that is too busy says 503, and a client tries again with the same key.
            for (let attempt = 0; attempt < 20; attempt += 1) {
              const answer = await api.call(receiveDossier, {
                as: oneStop,
                params: { dossierId },
                body: { version: 1, note },
                key,
                ...through(n),
              });
              if (answer.status === 200) return answer.body.code ?? '';
              if (answer.status !== 503) throw new Error(JSON.stringify(answer.problem));
            }
            throw new Error('never received');
          }),
        );
    const orders = codes.map((code) => Number(code.split('-').at(-1))).sort((a, b) => a - b);
    expect(orders).toEqual(Array.from({ length: many }, (_each, n) => before + n + 1));
    expect(await lastOrder()).toBe(before + many);
  }, 3_600_000);

  it('that fail leave no gap in the codes of the day', async () => {
    const dossierId = await aFiling(api, lam).dossierId();
    const before = await lastOrder();
    const stale = await api.call(receiveDossier, {
      as: oneStop,
      params: { dossierId },
      body: { version: 9 },
    });
    expect(stale.status).toBe(409);
    const clicks = await Promise.all(
      Array.from({ length: 6 }, (_each, n) =>
        api.call(receiveDossier, { as: oneStop, params: { dossierId }, body: { version: 1 }, ...through(n) }),
      ),
    );
    expect(statuses(clicks)).toEqual({ 200: 1, 409: 5 });
    expect(await lastOrder()).toBe(before + 1);
  });
});

describe('after all of it', () => {
  it('every dossier replays to its stored state, and every list shows what the states say', async () => {
    const report = await api.get(VerifyDossiers).execute();
    expect(report.faults).toEqual([]);
    const page = await api.call(listMyDossiers, { as: lam, query: {} });
    expect(page.status).toBe(200);
    const drift = await api.db.database.query(
      `SELECT unit_id, queue, role, sum(n)::int AS off FROM (
         SELECT unit_id, queue, role, 1 AS n FROM dossier.work_items
         UNION ALL SELECT unit_id, queue, role, -delta FROM dossier.counter_deltas
         UNION ALL SELECT unit_id, queue, role, -total FROM dossier.counters
       ) counted GROUP BY 1, 2, 3 HAVING sum(n) <> 0`,
    );
    expect(drift).toEqual([]);
  });
});

function through(n: number): { through?: NestFastifyApplication } {
  const app = fleet[n % fleet.length];
  return app ? { through: app } : {};
}

async function storedAnswers(draftId: DraftId) {
  return (await api.call(getDraft, { as: lam, params: { draftId } })).body.answers;
}

async function lastOrder(): Promise<number> {
  const row = await api.db.database.one<{ last: number }>(
    `SELECT coalesce(max(last), 0)::int AS last FROM dossier.code_counters WHERE prefix LIKE '%.32.H99' AND day = $1`,
    [api.clock.today()],
  );
  return row?.last ?? 0;
}

/** The same with four real processes. */
async function receivedByProcesses(dossiers: readonly DossierId[], note: string): Promise<string[]> {
  const built = await BuiltApi.build();
  const children: ChildApi[] = await Promise.all([0, 1, 2, 3].map(() => built.start(api)));
  try {
    return await Promise.all(
      dossiers.map(async (dossierId, n) => {
        const request = wireRequest(receiveDossier, {
          as: oneStop,
          params: { dossierId },
          body: { version: 1, note },
        });
        const answer = await children[n % 4]?.send<{ code: string }>(request);
        if (answer?.status !== 200) throw new Error(JSON.stringify(answer));
        return answer.body.code;
      }),
    );
  } finally {
    await Promise.all(children.map((child) => child.kill()));
    await built.remove();
  }
}
