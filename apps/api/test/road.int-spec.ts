import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerSupplement,
  completeTask,
  confirmSupplement,
  downloadMyDocument,
  getInbox,
  getInboxCounters,
  getMyDossier,
  getOfficerDossier,
  listReadings,
  type OfficerDossierView,
  receiveDossier,
  requestSupplement,
  returnResult,
  sendSupplement,
  trackDossier,
  uploadToDossier,
  verifyReceipt,
} from '@mocua/contract';
import { demoUnitId } from '@mocua/server/identity';
import { RunTimers, SealCheckpoint, VerifyDossiers } from '@mocua/server/dossier';
import { type Answer, ApiHarness, type Session } from './api-harness';
import { aFiling, smallPdf } from './filing.builder';

let api: ApiHarness;
let lam: Session;
let oneStop: Session;
let specialist: Session;
let leader: Session;
let clerk: Session;

beforeAll(async () => {
  api = await ApiHarness.start();
  lam = await api.citizen('lam');
  oneStop = await api.officer('hanh', 'dong-sen-one-stop');
  specialist = await api.officer('tuan', 'dong-sen-specialist');
  leader = await api.officer('phuc', 'dong-sen-leader');
  clerk = await api.officer('bao', 'dong-sen-clerk');
}, 120_000);
afterAll(() => api.close());

function ok<T>(answer: Answer<T>): T {
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.problem)}`);
  return answer.body;
}

async function complete(
  as: Session,
  view: OfficerDossierView,
  outcome: string,
  values: Record<string, string> = {},
  comment?: string,
) {
  const seen = await api.call(getOfficerDossier, { as, params: { dossierId: view.dossierId } });
  const task = seen.body.tasks[0];
  if (!task) throw new Error(`no task: ${JSON.stringify(seen.body)}`);
  const done = await api.call(completeTask, {
    as,
    params: { dossierId: view.dossierId, taskId: task.taskId },
    body: { version: seen.body.version, outcome, values, ...(comment ? { comment } : {}) },
  });
  return ok(done);
}

const found = {
  found: 'yes',
  registerVolume: '02/1996',
  registerNumber: '45',
  entryText: 'Trần Văn Lâm, sinh ngày 14/05/1996',
};

describe('the road of procedure 2.000908', () => {
  it('leads from a filing over reception, search, signature and issue to the downloaded copy', async () => {
    const receipt = await aFiling(api, lam).submit();
    expect(receipt.receivingUnit.unitId).toBe(demoUnitId('dong-sen-centre'));
    expect(receipt.receptionDueAt).toBe('2026-11-17T01:05:00.000Z');
    expect((await api.call(verifyReceipt, { body: receipt.receipt })).body.valid).toBe(true);

    const inbox = await api.call(getInbox, { as: oneStop, query: { queue: 'reception' } });
    expect(inbox.body.items.map((item) => item.transactionCode)).toEqual([receipt.transactionCode]);
    expect(inbox.body.items[0]?.ownerName).toBe('Trần Văn Lâm');

    const { dossierId } = receipt;
    api.clock.advance({ minutes: 20 });
    const received = await api.call(receiveDossier, {
      as: oneStop,
      params: { dossierId },
      body: { version: 1 },
    });
    ok(received);
    expect(received.body.code).toMatch(/-261116-0001$/u);
    expect(received.body.state).toBe('processing');
    // Same day: received before 15:00, due at the end of that day's work (17:00 in Vietnam).
    expect(received.body.due?.dueAt).toBe('2026-11-16T10:00:00.000Z');
    expect(received.body.due?.startEvent).toBe('arrived-at-competent-unit');

    const searched = await complete(specialist, received.body, 'submit', found);
    const signed = await complete(leader, searched, 'approve');
    const issued = await complete(clerk, signed, 'issue', { issueNumber: '12/2026/SG' });
    expect(issued.state).toBe('done');
    expect(issued.outcome).toBe('positive');

    const counters = await api.call(getInboxCounters, { as: oneStop });
    expect(counters.body.return).toEqual({ total: 1, overdue: 0 });
    const back = await api.call(getOfficerDossier, { as: oneStop, params: { dossierId } });
    const returned = await api.call(returnResult, {
      as: oneStop,
      params: { dossierId },
      body: {
        version: back.body.version,
        method: 'electronic',
        receiverName: 'Trần Văn Lâm',
        relation: 'owner',
      },
    });
    expect(returned.body.state).toBe('returned');

    const mine = await api.call(getMyDossier, { as: lam, params: { dossierId } });
    expect(mine.body.timeline.map((entry) => entry.kind)).toEqual([
      'dossier-submitted',
      'dossier-received',
      'task-completed',
      'task-completed',
      'task-completed',
      'dossier-completed',
      'result-returned',
    ]);
    for (const document of mine.body.documents) {
      const pdf = await api.call(downloadMyDocument, {
        as: lam,
        params: { dossierId, documentId: document.documentId },
      });
      expect([document.kind, pdf.status, pdf.raw.subarray(0, 5).toString()]).toEqual([
        document.kind,
        200,
        '%PDF-',
      ]);
    }
    expect(mine.body.documents.map((document) => document.kind)).toEqual([
      'submission-receipt',
      'form-01',
      'result',
    ]);

    const tracked = await api.call(trackDossier, {
      body: { code: received.body.code ?? '', pin: receipt.tracking.pin },
    });
    expect(tracked.body.state).toBe('returned');
    const readings = await api.call(listReadings, { as: lam, query: {} });
    expect(readings.body.items.some((entry) => entry.who.vi.includes('chuyên viên'))).toBe(true);
  });

  it('ends with a written refusal when the register holds nothing, and a leader may send back first', async () => {
    const { dossierId } = await aFiling(api, lam).submit();
    const received = await api.call(receiveDossier, {
      as: oneStop,
      params: { dossierId },
      body: { version: 1 },
    });
    const nothing = {
      found: 'no',
      notFoundReason: 'Sổ năm 1996 không có tên này',
      searchedRegisters: 'Sổ khai sinh 1995–1997',
    };
    const searched = await complete(specialist, received.body, 'submit', nothing);
    const sentBack = await complete(leader, searched, 'send-back', {}, 'Tra thêm sổ năm 1998');
    expect(sentBack.state).toBe('processing');
    const again = await complete(specialist, sentBack, 'submit', nothing);
    const issued = await complete(clerk, await complete(leader, again, 'approve'), 'issue', {
      issueNumber: '03/TB',
    });
    expect([issued.state, issued.outcome]).toEqual(['done', 'negative']);
    const mine = await api.call(getMyDossier, { as: lam, params: { dossierId } });
    const refusal = mine.body.documents.find((document) => document.kind === 'form-03');
    const pdf = await api.call(downloadMyDocument, {
      as: lam,
      params: { dossierId, documentId: refusal?.documentId ?? '' },
    });
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('asks for a supplement through the one-stop, opens only what was asked, and counts afresh from the answer', async () => {
    const { dossierId } = await aFiling(api, lam).submit();
    const received = await api.call(receiveDossier, {
      as: oneStop,
      params: { dossierId },
      body: { version: 1 },
    });
    const prepared = await api.call(requestSupplement, {
      as: specialist,
      params: { dossierId },
      body: {
        version: received.body.version,
        reason: 'Ảnh giấy tờ tùy thân bị mờ, không đọc được số.',
        items: [
          { kind: 'component', ref: 'identity-paper', instruction: 'Chụp lại rõ cả hai mặt' },
          { kind: 'field', ref: 'paperNumber', instruction: 'Ghi số của giấy khai sinh' },
        ],
      },
    });
    expect(prepared.body.supplement?.state).toBe('prepared');
    const sent = await api.call(sendSupplement, {
      as: oneStop,
      params: { dossierId },
      body: { version: prepared.body.version, supplementId: prepared.body.supplement?.supplementId ?? '' },
    });
    expect(sent.body.state).toBe('awaiting-supplement');
    expect(sent.body.due?.remainingMinutes).not.toBeNull();

    api.clock.advance({ days: 1 });
    // A night is longer than a session.
    lam = await api.citizen('lam');
    oneStop = await api.officer('hanh', 'dong-sen-one-stop');
    const mine = await api.call(getMyDossier, { as: lam, params: { dossierId } });
    expect(mine.body.actions).toContain('answer-supplement');
    const supplementId = mine.body.supplement?.supplementId ?? '';
    const smuggled = await api.call(answerSupplement, {
      as: lam,
      params: { dossierId },
      body: { version: mine.body.version, supplementId, answers: { copies: 20 }, attachments: [] },
    });
    expect(smuggled.problem.code).toBe('supplement.not-asked');
    const file = await api.call(uploadToDossier, {
      as: lam,
      params: { dossierId },
      query: { component: 'identity-paper', fileName: 'cccd.pdf' },
      file: smallPdf,
    });
    const answered = await api.call(answerSupplement, {
      as: lam,
      params: { dossierId },
      body: {
        version: mine.body.version,
        supplementId,
        answers: { paperNumber: '45/1996' },
        attachments: [file.body.attachmentId],
      },
    });
    ok(answered);
    expect(answered.body.answers['paperNumber']).toBe('45/1996');
    expect(answered.body.attachments).toHaveLength(2);

    api.clock.advance({ minutes: 20 });
    const confirmed = await api.call(confirmSupplement, {
      as: oneStop,
      params: { dossierId },
      body: { version: answered.body.version, supplementId, complete: true },
    });
    expect(ok(confirmed).state).toBe('processing');
    expect(confirmed.body.due?.originalDueAt).toBe('2026-11-16T10:00:00.000Z');
    expect(confirmed.body.due?.dueAt).toBe('2026-11-17T10:00:00.000Z');
  });

  it('raises an alert when nobody answered within two hours, and turns no open page away because of it', async () => {
    lam = await api.citizen('lam');
    const { dossierId } = await aFiling(api, lam).submit();
    api.clock.advance({ hours: 2, minutes: 1 });
    oneStop = await api.officer('hanh', 'dong-sen-one-stop');
    await api.get(RunTimers).runDue();
    const seen = ok(await api.call(getOfficerDossier, { as: oneStop, params: { dossierId } }));
    expect(seen.timeline.map((entry) => entry.kind)).toEqual(['dossier-submitted', 'reception-alerted']);
    expect(await api.get(RunTimers).runDue()).toBe(0);
    // The page was opened before the alert.
    const received = await api.call(receiveDossier, {
      as: oneStop,
      params: { dossierId },
      body: { version: 1 },
    });
    expect(ok(received).state).toBe('processing');
    const again = await api.call(receiveDossier, {
      as: oneStop,
      params: { dossierId },
      body: { version: 1 },
    });
    expect(again.problem.code).toBe('dossier.stale');
  });

  it('replays every dossier to the stored state with all chains whole', async () => {
    await api.get(SealCheckpoint).execute();
    const report = await api.get(VerifyDossiers).execute();
    expect(report.faults).toEqual([]);
    expect(report.dossiers).toBeGreaterThanOrEqual(3);
  });
});
