import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  askForSignature,
  completeTask,
  type DocumentId,
  type DossierId,
  downloadMyDocument,
  downloadOfficerDocument,
  getOfficerDossier,
  getSignatures,
  listReadings,
  listStoredPapers,
  postResult,
  receiveDossier,
  recordPaperSignature,
  returnResult,
  type SignatureView,
  signingCallback,
  type SubmissionReceipt,
  type ResponseOf,
  revokeResult,
  trackDossier,
  verifyProvidedResult,
} from '@mocua/contract';
import { KeepArrivals, NoteArrivals } from '@mocua/server/data-store';
import { demoPartyId, demoUnitId } from '@mocua/server/identity';
import { follow, OutboxRelay } from '@mocua/server/kernel';
import { AccessScope } from '@mocua/server/personal-data';
import { ChaseSignatures, Credentials, NoteDecisions, SendToSign } from '@mocua/server/signing';
import { type Answer, type ApiHarness, ok, type Session } from './api-harness';
import { aFiling, smallPdf } from './filing.builder';
import { OutsideWithMoney } from './outside-with-money';
import { aClient, callAs, tokenOf } from './provider-world';

let outside: OutsideWithMoney;
let api: ApiHarness;
let lam: Session;
let oneStop: Session;
let specialist: Session;
let leader: Session;
let clerk: Session;
const holder = { partyId: demoPartyId('phuc'), unitId: demoUnitId('dong-sen') };

beforeAll(async () => {
  outside = await OutsideWithMoney.start();
  api = outside.api;
  lam = await api.citizen('lam');
  oneStop = await api.officer('hanh', 'dong-sen-one-stop');
  specialist = await api.officer('tuan', 'dong-sen-specialist');
  leader = await api.officer('phuc', 'dong-sen-leader');
  clerk = await api.officer('bao', 'dong-sen-clerk');
}, 120_000);
afterAll(() => outside.close());

interface Decided extends Pick<SubmissionReceipt, 'dossierId' | 'tracking'> {
  readonly documentId: DocumentId;
  readonly code: string;
}

async function step(as: Session, dossierId: DossierId, outcome: string, values: Record<string, string> = {}) {
  const { version, tasks } = ok(await api.call(getOfficerDossier, { as, params: { dossierId } }));
  const [task] = tasks;
  if (!task) throw new Error('no task');
  const params = { dossierId, taskId: task.taskId };
  ok(await api.call(completeTask, { as, params, body: { version, outcome, values } }));
}

/** A dossier of the commune that the leader approved and the clerk issued, under this credential. */
async function decide(credentialId: string): Promise<Decided> {
  api.clock.advance({ minutes: 1 });
  await api.get(Credentials).give(holder, credentialId, api.clock.now());
  return road();
}

async function road(): Promise<Decided> {
  const { dossierId, tracking } = await aFiling(api, lam).submit();
  ok(await api.call(receiveDossier, { as: oneStop, params: { dossierId }, body: { version: 1 } }));
  const found = { found: 'yes', registerVolume: '02/1996', registerNumber: '45', entryText: 'Trần Văn Lâm' };
  await step(specialist, dossierId, 'submit', found);
  await step(leader, dossierId, 'approve');
  await step(clerk, dossierId, 'issue', { issueNumber: '12/2026/SG' });
  const view = ok(await api.call(getOfficerDossier, { as: oneStop, params: { dossierId } }));
  const result = view.documents.find(({ kind }) => kind === 'result');
  if (!result || !view.code) throw new Error('no result');
  return { dossierId, tracking, documentId: result.documentId, code: view.code };
}

async function signatureOf({ dossierId }: Decided, as = leader): Promise<SignatureView> {
  const [item] = ok(await api.call(getSignatures, { as, params: { dossierId } })).items;
  if (!item) throw new Error('no signature is wanted');
  return item;
}

/** What the worker does, until the signature is as told. */
async function until(decided: Decided, state: SignatureView['state']): Promise<SignatureView> {
  for (let round = 0; round < 200; round += 1) {
    const item = await signatureOf(decided);
    if (item.state === state) return item;
    await workOnce();
    await pause(20);
  }
  throw new Error(`it never became ${state}: ${JSON.stringify(await signatureOf(decided))}`);
}

async function workOnce(): Promise<void> {
  const reader = { kind: 'system', id: 'to-be-signed', label: 'Hệ thống ký số kết quả' } as const;
  await api.get(AccessScope).run({ reader, purpose: 'document-printing' }, async () => {
    await follow(api.parts.database, api.get(NoteDecisions));
    await api.get(OutboxRelay).deliverChunks(api.get(SendToSign));
    await api.get(ChaseSignatures).round();
  });
}

interface Asked {
  readonly transactionId: string;
  readonly title: string;
  readonly status: string;
}

async function onThePhone({ code }: Decided): Promise<Asked[]> {
  const answer = await fetch(`${outside.origin}/signing?format=json`);
  return ((await answer.json()) as Asked[]).filter(({ title }) => title.includes(code));
}

/** The signer presses a button on the phone. */
async function press(decided: Decided, answer: 'confirm' | 'refuse' | 'expire'): Promise<void> {
  const waiting = (await onThePhone(decided)).find(({ status }) => status === 'WAITING');
  const body = new URLSearchParams({ transaction: waiting?.transactionId ?? '', answer });
  const response = await fetch(`${outside.origin}/signing/answer`, {
    method: 'POST',
    body,
    redirect: 'manual',
  });
  if (response.status !== 303) throw new Error(await response.text());
  // Whether the call of the service came or not: it is looked at again after a while.
  api.clock.advance({ seconds: 10 });
}

const mine = ({ dossierId, documentId }: Decided) =>
  api.call(downloadMyDocument, { as: lam, params: { dossierId, documentId } });
const inside = ({ dossierId, documentId }: Decided) =>
  api.call(downloadOfficerDocument, { as: oneStop, params: { dossierId, documentId } });
const tracked = async ({ code, tracking }: Decided) =>
  ok(await api.call(trackDossier, { body: { code, pin: tracking.pin } })).signature;
const ask = ({ dossierId, documentId }: Decided, as = leader) =>
  api.call(askForSignature, { as, params: { dossierId, documentId } });
const onPaper = ({ dossierId, documentId }: Decided, as = clerk) =>
  api.call(recordPaperSignature, {
    as,
    params: { dossierId, documentId },
    query: { fileName: 'đã ký.pdf', reason: 'service-down' },
    file: smallPdf,
  });
async function post({ dossierId }: Decided) {
  const { version } = ok(await api.call(getOfficerDossier, { as: oneStop, params: { dossierId } }));
  const receiver = { relation: 'owner', receiverName: 'Trần Văn Lâm', phone: '0900000103' } as const;
  const address = { street: 'Thôn Đông', ward: 'xã Đồng Sen', province: 'tỉnh Sông Ngân' };
  const body = { version, ...receiver, ...address };
  return api.call(postResult, { as: oneStop, params: { dossierId }, body });
}
async function handOver({ dossierId }: Decided) {
  const { version } = ok(await api.call(getOfficerDossier, { as: oneStop, params: { dossierId } }));
  const body = { version, method: 'counter', receiverName: 'Trần Văn Lâm', relation: 'owner' } as const;
  return api.call(returnResult, { as: oneStop, params: { dossierId }, body });
}

describe('a result that its leader signs from afar', () => {
  it('stays in the house until the leader confirmed on the phone, and then says who signed it', async () => {
    const decided = await decide('CTS-phuc');
    expect(await signatureOf(decided)).toMatchObject({ state: 'due', attempts: 0, signer: 'Cao Hồng Phúc' });
    expect((await mine(decided)).problem.code).toBe('document.awaits-signature');
    expect((await handOver(decided)).problem.code).toBe('document.awaits-signature');
    expect((await post(decided)).problem.code).toBe('document.awaits-signature');
    expect(await tracked(decided)).toEqual({ state: 'awaited', signer: null, signedAt: null });
    const printed = (await inside(decided)).raw;

    // The service takes the request and its answer is lost: asked again, it is the same request.
    await outside.script('signing', [{ mode: 'reply-lost', times: 1, only: { path: '/signatures/sign' } }]);
    await until(decided, 'waiting');
    expect(await onThePhone(decided)).toHaveLength(1);
    await press(decided, 'confirm');
    expect(await until(decided, 'holds')).toMatchObject({ attempts: 1, fault: null, actions: [] });

    const signed = (await mine(decided)).raw;
    expect(signed.subarray(0, printed.length).equals(printed)).toBe(true);
    expect(signed.toString('latin1')).toContain('/SubFilter /ETSI.CAdES.detached');
    expect((await inside(decided)).raw.equals(signed)).toBe(true);
    expect(await tracked(decided)).toMatchObject({ state: 'holds', signer: 'Cao Hồng Phúc' });
    const readers = ok(await api.call(listReadings, { as: lam, query: {} })).items.map((each) => each.who.vi);
    expect(readers).toContain('Hệ thống ký số kết quả');
    expect((await ask(decided)).problem.code).toBe('signature.settled');
    expect((await onPaper(decided)).problem.code).toBe('signature.settled');
    expect((await handOver(decided)).status).toBe(200);

    const { database } = api.parts;
    for (let round = 0; round < 100 && !(await kept(decided)); round += 1) {
      await follow(database, api.get(NoteArrivals));
      await api.get(KeepArrivals).round();
      api.clock.advance({ minutes: 5 });
      await pause(20);
    }
    expect(await kept(decided)).toBe(signed.length);

    await database.query(
      `UPDATE signing.signed_papers SET signing_time = signing_time + interval '1 day' WHERE document_id = $1`,
      [decided.documentId],
    );
    expect((await mine(decided)).problem.code).toBe('document.signature-broken');
    expect(await signatureOf(decided)).toMatchObject({ state: 'broken', fault: 'changed' });
    expect(await tracked(decided)).toEqual({ state: 'broken', signer: null, signedAt: null });
  });

  it('is verified for another agency by the file that was signed, not by the paper without the signature', async () => {
    const admin = await api.officer('viet', 'province-administrator');
    const token = await tokenOf(api, await aClient(api, admin, { scopes: ['results:verify'] }));
    const verify = async (file: Buffer) => {
      const documentSha256 = createHash('sha256').update(file).digest('hex');
      const answer = await callAs(api, token, verifyProvidedResult, { body: { documentSha256 } as never });
      return ok(answer as Answer<ResponseOf<typeof verifyProvidedResult>>);
    };
    const decided = await decide('CTS-phuc');
    const printed = (await inside(decided)).raw;
    const unknown = { valid: false, standing: 'unknown', kind: null, dossierCode: null, issuedAt: null };
    expect(await verify(printed)).toEqual(unknown);
    await until(decided, 'waiting');
    await press(decided, 'confirm');
    await until(decided, 'holds');
    const signed = (await mine(decided)).raw;
    const known = { kind: 'result', dossierCode: decided.code };
    expect(await verify(signed)).toMatchObject({ ...known, valid: true, standing: 'valid' });
    expect(await verify(printed)).toMatchObject({ ...known, valid: false, standing: 'superseded' });
    expect(await verify(Buffer.concat([signed, Buffer.from('\n')]))).toEqual(unknown);

    const params = { dossierId: decided.dossierId, documentId: decided.documentId };
    const body = { decisionNumber: '11/QĐ-UBND', reason: 'Số vào sổ ghi nhầm quyển.', replacedBy: null };
    ok(await api.call(revokeResult, { as: leader, params, body }));
    expect(await verify(signed)).toMatchObject({ ...known, valid: false, standing: 'revoked' });
  });

  it('is issued as it is printed where the leader has no credential', async () => {
    await api.get(Credentials).end(holder, api.clock.now());
    const { partyId } = holder;
    await api.get(Credentials).give({ partyId, unitId: demoUnitId('justice') }, 'CTS-phuc', api.clock.now());
    const decided = await road();
    expect(
      ok(await api.call(getSignatures, { as: leader, params: { dossierId: decided.dossierId } })),
    ).toEqual({
      items: [],
    });
    expect((await mine(decided)).status).toBe(200);
    expect(await tracked(decided)).toBeNull();
    expect((await ask(decided)).problem.code).toBe('signature.not-needed');
    expect((await handOver(decided)).status).toBe(200);
  });

  it.each([
    ['CTS-phuc.het-han', 'not-valid-then'],
    ['CTS-phuc.nguoi-khac', 'wrong-person'],
    ['CTS-phuc.he-khac', 'untrusted'],
  ])('is not even asked for with the credential %s', async (credential, fault) => {
    const decided = await decide(credential);
    expect(await until(decided, 'invalid')).toMatchObject({ fault, actions: ['ask-again'] });
    expect(await onThePhone(decided)).toEqual([]);
    expect((await mine(decided)).problem.code).toBe('document.awaits-signature');
  });

  it('does not take a signature that is none of the certificate over the paper', async () => {
    const decided = await decide('CTS-phuc.sai-chu-ky');
    await until(decided, 'waiting');
    await press(decided, 'confirm');
    expect(await until(decided, 'invalid')).toMatchObject({ fault: 'wrong-signature' });
    expect((await handOver(decided)).problem.code).toBe('document.awaits-signature');
  });

  it('is asked for again after a refusal or an expiry, and signed on paper as an exception in the end', async () => {
    const decided = await decide('CTS-phuc');
    await until(decided, 'waiting');
    expect((await ask(decided)).problem.code).toBe('signature.settled');
    await press(decided, 'refuse');
    expect(await until(decided, 'refused')).toMatchObject({ actions: ['ask-again'] });
    expect((await ask(decided, clerk)).status).toBe(403);
    ok(await ask(decided));
    await until(decided, 'waiting');
    await press(decided, 'expire');
    expect(await until(decided, 'expired')).toMatchObject({ attempts: 2 });
    ok(await ask(decided));
    await until(decided, 'waiting');

    expect((await onPaper(decided, leader)).status).toBe(403);
    expect(ok(await onPaper(decided)).items[0]).toMatchObject({
      state: 'on-paper',
      paperReason: 'service-down',
    });
    await press(decided, 'confirm');
    await workOnce();
    expect(await signatureOf(decided)).toMatchObject({ state: 'on-paper', attempts: 3 });
    expect((await mine(decided)).raw.equals(smallPdf)).toBe(true);
    expect(await tracked(decided)).toMatchObject({ state: 'on-paper' });
    expect((await handOver(decided)).status).toBe(200);
  });

  it('waits without losing an attempt while the service is down, and goes on when it is back', async () => {
    const decided = await decide('CTS-phuc');
    await outside.script('signing', [{ mode: 'down', times: null }]);
    for (let round = 0; round < 100 && !(await rests(decided)); round += 1) {
      await workOnce();
      await pause(20);
    }
    expect(await rests(decided)).toBe(true);
    expect(await signatureOf(decided, clerk)).toMatchObject({ state: 'due', actions: ['sign-on-paper'] });
    await outside.script('signing', []);
    api.clock.advance({ minutes: 3 });
    await until(decided, 'waiting');
    await press(decided, 'confirm');
    await until(decided, 'holds');
  }, 30_000);
});

describe('a call of the signing service', () => {
  it('is not taken without its proof, and answered in the words of the service', async () => {
    const forged = { sp_id: 'SONGNGAN', transaction_id: '01890000-0000-7000-8000-000000000001' };
    for (const body of [
      forged,
      { ...forged, status: 'SUCCESS', time_stamp: 'now', signature: 'a'.repeat(64) },
    ])
      expect(ok(await api.call(signingCallback, { body }))).toMatchObject({ status_code: 403 });
  });
});

async function rests({ documentId }: Decided): Promise<boolean> {
  const row = await api.parts.database.one<{ attempts: number; forgiven: number }>(
    `SELECT attempts, forgiven FROM kernel.outbox WHERE destination = 'signing' AND lane = $1 AND state = 'pending'`,
    [documentId],
  );
  return row !== null && row.attempts > 0 && row.attempts === row.forgiven;
}

/** Size of the result in the person's own store, once it is there. */
async function kept({ code }: Decided): Promise<number | null> {
  const { items } = ok(await api.call(listStoredPapers, { as: lam, query: {} }));
  return items.find((paper) => paper.number === code)?.size ?? null;
}
