import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  acknowledgeCall,
  answerPhoneSignIn,
  callOfficer,
  collectPhoneSignIn,
  endCall,
  getCall,
  getDraft,
  getMyDossier,
  getPhoneSignIn,
  getSession,
  handOverDraft,
  kioskHeartbeat,
  listCalls,
  listDrafts,
  listMyDossiers,
  listReadings,
  openDraft,
  openHandover,
  printMyDocument,
  readHandedDraft,
  revokeDevice,
  scanToDraft,
  setDeviceSettings,
  listDevices,
  signInByCard,
  startPhoneSignIn,
  submitDossier,
  takeTicket,
  wipeKiosk,
} from '@mocua/contract';
import { demoPartyId } from '@mocua/server/identity';
import { demoPeople } from '@mocua/server/identity/demo';
import { scaled } from '@mocua/testing';
import { ApiHarness, mondayMorning, ok, type Session } from './api-harness';
import { aFiling, smallPdf } from './filing.builder';
import { Bridge, codeIn, cookieOf, Machine } from './kiosk-world';

const bridge = new Bridge();
const idle = { printer: 'unknown', scanner: 'unknown', cardReader: 'unknown' } as const;
let api: ApiHarness;
let admin: Session;
let lam: Session;
let quan: Session;
let machine: Machine;
let other: Machine;

beforeAll(async () => {
  api = await ApiHarness.start({ KIOSK_BRIDGE_URL: await bridge.start() });
  admin = await api.officer('viet', 'province-administrator');
  machine = await Machine.register(api, admin);
  other = await Machine.register(api, admin);
}, 180_000);
afterAll(async () => {
  await api.close();
  await bridge.stop();
});
beforeEach(async () => {
  api.clock.set(mondayMorning);
  bridge.broken = false;
  [lam, quan] = [await api.citizen('lam'), await api.citizen('quan')];
  await machine.call(wipeKiosk);
  machine.visit = '';
});

describe('a sign-in by phone', () => {
  it('names the machine to the person, signs them in there and nowhere else', async () => {
    const { url } = ok(await api.call(startPhoneSignIn, { as: machine.session }));
    const params = { code: codeIn(url) };
    expect(ok(await api.call(getPhoneSignIn, { as: lam, params }))).toMatchObject({
      deviceName: 'Máy sảnh',
      place: 'Sảnh tầng 1',
    });
    await machine.signIn(lam);
    const { body } = await machine.call(getSession, { query: { audience: 'kiosk' } });
    expect(body['person']).toMatchObject({ displayName: 'Trần Văn Lâm' });
    expect((await machine.call(listDrafts)).status).toBe(200);
    for (const cookies of [
      `mocua_kiosk_visit=${machine.visit}`,
      `mocua_citizen=${machine.visit}`,
      `mocua_kiosk=${other.session.token}; mocua_kiosk_visit=${machine.visit}`,
    ])
      expect([cookies, (await machine.call(listDrafts, {}, cookies)).status]).toEqual([cookies, 401]);
  });

  it('is confirmed once and collected once, by the machine that showed it', async () => {
    const { url, signInId } = ok(await api.call(startPhoneSignIn, { as: machine.session }));
    const params = { code: codeIn(url) };
    const collect = (as: Session) => api.call(collectPhoneSignIn, { as, params: { signInId } });
    expect(ok(await collect(machine.session)).state).toBe('waiting');
    ok(await api.call(answerPhoneSignIn, { as: lam, params, body: { accept: true } }));
    const again = await api.call(answerPhoneSignIn, { as: quan, params, body: { accept: true } });
    expect(again.problem.code).toBe('kiosk.sign-in-not-found');
    expect((await collect(other.session)).status).toBe(404);
    const collected = await collect(machine.session);
    expect(ok(collected).state).toBe('signed-in');
    const replayed = await collect(machine.session);
    expect([replayed.status, cookieOf(replayed.headers, 'mocua_kiosk_visit')]).toEqual([404, '']);
  });

  it('gives one visit, however many ask for it at once', async () => {
    const { url, signInId } = ok(await api.call(startPhoneSignIn, { as: machine.session }));
    ok(await api.call(answerPhoneSignIn, { as: lam, params: { code: codeIn(url) }, body: { accept: true } }));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        api.call(collectPhoneSignIn, { as: machine.session, params: { signInId } }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  });

  it('ends by a no, by three minutes, by a newer code and by a wipe', async () => {
    const begin = async () => {
      const { url, signInId } = ok(await api.call(startPhoneSignIn, { as: machine.session }));
      return { code: codeIn(url), signInId };
    };
    const stateOf = async ({ signInId }: { signInId: string }) => {
      const { status, body } = await api.call(collectPhoneSignIn, {
        as: machine.session,
        params: { signInId },
      });
      return status === 200 ? body.state : status;
    };
    const refused = await begin();
    ok(await api.call(answerPhoneSignIn, { as: lam, params: refused, body: { accept: false } }));
    expect(await stateOf(refused)).toBe('refused');
    const late = await begin();
    api.clock.advance({ minutes: 3 });
    expect((await api.call(getPhoneSignIn, { as: lam, params: late })).status).toBe(404);
    expect(await stateOf(late)).toBe('expired');
    const older = await begin();
    await begin();
    expect(await stateOf(older)).toBe(404);
    const wiped = await begin();
    await machine.call(wipeKiosk);
    expect(await stateOf(wiped)).toBe(404);
  });
});

describe('a sign-in by chip card', () => {
  const person = demoPeople.find((each) => each.key === 'quan');
  const card = (holderMatched = true) => ({
    kind: 'card',
    holderMatched,
    data: {
      idCode: person?.personalId ?? '',
      personName: person?.name ?? '',
      dateOfBirth: '02/09/1990',
      gender: 'Nam',
      residencePlace: 'Ngân Thượng',
      expiryDate: '',
      religion: 'Không',
    },
  });

  it('signs in the holder whom the reader matched with the chip', async () => {
    expect(ok(await api.call(signInByCard, { as: machine.session })).state).toBe('no-card');
    bridge.readings.push(card());
    const answer = await api.call(signInByCard, { as: machine.session });
    expect(ok(answer).state).toBe('signed-in');
    machine.visit = cookieOf(answer.headers, 'mocua_kiosk_visit');
    const { body } = await machine.call(getSession, { query: { audience: 'kiosk' } });
    expect(body['person']).toMatchObject({ partyId: demoPartyId('quan') });
  });

  it('refuses another holder, an unreadable chip and a dead reader, each in its own words', async () => {
    bridge.readings.push(card(false), { kind: 'unreadable' }, { kind: 'card', data: {} });
    expect(ok(await api.call(signInByCard, { as: machine.session })).state).toBe('holder-not-matched');
    expect(ok(await api.call(signInByCard, { as: machine.session })).state).toBe('unreadable');
    expect((await api.call(signInByCard, { as: machine.session })).problem.code).toBe(
      'kiosk.card-reader-unavailable',
    );
    bridge.broken = true;
    expect((await api.call(signInByCard, { as: machine.session })).status).toBe(503);
  });
});

describe('a visit', () => {
  it('ends with a wipe, which has the browser forget everything but the machine', async () => {
    await machine.signIn(lam);
    const { headers } = await machine.call(wipeKiosk);
    expect(headers['clear-site-data']).toBe('"cache", "storage"');
    expect(String(headers['set-cookie'])).toMatch(/mocua_kiosk_visit=; .*Max-Age=0/u);
    expect(headers['cache-control']).toBe('no-store');
    expect((await machine.call(listDrafts)).status).toBe(401);
    expect(ok(await api.call(listDrafts, { as: lam })).items).toEqual([]);
  });

  it('ends when the next person signs in, when the machine is silent, and with the machine', async () => {
    await machine.signIn(lam);
    const before = machine.visit;
    await machine.signIn(quan);
    const stale = `mocua_kiosk=${machine.session.token}; mocua_kiosk_visit=${before}`;
    expect((await machine.call(listDrafts, {}, stale)).status).toBe(401);
    api.clock.advance({ minutes: 5 });
    expect((await machine.call(listDrafts)).status).toBe(401);
    const doomed = await Machine.register(api, admin);
    await doomed.signIn(await api.citizen('lam'));
    const { deviceId } = (await doomed.call({ ...getSession, path: '/kiosk/device' } as never)).body as {
      deviceId: never;
    };
    ok(await api.call(revokeDevice, { as: admin, params: { deviceId } }));
    expect((await doomed.call(listDrafts)).status).toBe(401);
  });

  it('files through the same door as the portal, and the dossier says from where', async () => {
    const draft = await aFiling(api, lam).draft();
    await machine.signIn(lam);
    const filed = await machine.call(submitDossier, { params: draft, body: { version: draft.version } });
    expect(filed.status).toBe(200);
    const row = await api.db.database.one<{ system: string; channel: string }>(
      `SELECT state->>'sourceSystem' AS system, state->>'channel' AS channel FROM dossier.dossiers WHERE dossier_id = $1`,
      [filed.body['dossierId']],
    );
    expect(row).toEqual({ system: 'mocua-kiosk', channel: 'kiosk' });
    expect((await machine.call(listMyDossiers, { query: {} })).status).toBe(200);
  });

  it('cannot open another visit: the phone has to be the person’s own', async () => {
    await machine.signIn(lam);
    const { url } = ok(await api.call(startPhoneSignIn, { as: other.session }));
    const params = { code: codeIn(url) };
    expect((await machine.call(answerPhoneSignIn, { params, body: { accept: true } })).status).toBe(403);
  });
});

describe('a draft at a kiosk', () => {
  async function draftAtMachine() {
    await machine.signIn(lam);
    const { body } = await machine.call(openDraft, { body: { procedureCode: '2.000908', startNew: true } });
    return { draftId: body['draftId'] as never };
  }

  it('goes on at the phone of the same person, once and for ten minutes', async () => {
    const params = await draftAtMachine();
    const hand = async () => codeIn((await machine.call(handOverDraft, { params })).body['url'] as string);
    const code = await hand();
    expect((await api.call(openHandover, { as: quan, params: { code } })).status).toBe(404);
    expect(ok(await api.call(openHandover, { as: lam, params: { code } }))).toEqual(params);
    expect((await api.call(openHandover, { as: lam, params: { code } })).status).toBe(404);
    expect(ok(await api.call(getDraft, { as: lam, params })).draftId).toBe(params.draftId);
    const late = await hand();
    api.clock.advance({ minutes: 10 });
    expect((await api.call(openHandover, { as: lam, params: { code: late } })).status).toBe(404);
  });

  it('is read by the counter of the place alone, and the person sees who read it', async () => {
    const params = await draftAtMachine();
    const code = (await machine.call(handOverDraft, { params })).body['counterCode'] as string;
    const typed = code.toLowerCase().replace('-', ' ');
    const here = await api.officer('hanh', 'dong-sen-one-stop');
    const elsewhere = await api.officer('dung', 'ngan-thuong-one-stop');
    expect((await api.call(readHandedDraft, { as: elsewhere, params: { code } })).status).toBe(404);
    expect(ok(await api.call(readHandedDraft, { as: here, params: { code: typed } }))).toMatchObject({
      ownerName: 'Trần Văn Lâm',
      procedure: { code: '2.000908' },
    });
    const readings = ok(await api.call(listReadings, { as: lam, query: {} })).items;
    expect(readings.map(({ who }) => who.vi)).toContainEqual(expect.stringContaining('Đồng Sen'));
    api.clock.advance({ hours: 8 });
    expect((await api.call(readHandedDraft, { as: here, params: { code } })).status).toBe(401); // the officer slept too
  });

  it('takes the paper on the glass, and says when there is none or the scanner is off', async () => {
    const params = await draftAtMachine();
    const scan = () => machine.call(scanToDraft, { params, body: { component: 'identity-paper' } });
    expect((await scan()).body['code']).toBe('kiosk.nothing-to-scan');
    bridge.papers.push(smallPdf.toString());
    expect((await scan()).body).toMatchObject({ componentCode: 'identity-paper', fileName: 'to-giay.pdf' });
    bridge.broken = true;
    expect((await scan()).body['code']).toBe('kiosk.scanner-unavailable');
  });
});

describe('a printer', () => {
  it('gets the document from the server, or the person is told that it is off', async () => {
    const { dossierId } = await aFiling(api, lam).submit();
    const [document] = ok(await api.call(getMyDossier, { as: lam, params: { dossierId } })).documents;
    await machine.signIn(lam);
    const params = { dossierId, documentId: document?.documentId as never };
    expect((await machine.call(printMyDocument, { params })).status).toBe(200);
    expect(bridge.printed.at(-1)).toMatch(/\.pdf$/u);
    bridge.broken = true;
    expect((await machine.call(printMyDocument, { params })).body['code']).toBe('kiosk.printer-unavailable');
  });
});

describe('a call for an officer', () => {
  it('is one however often the button is pressed, and is seen and answered by the place', async () => {
    const here = await api.officer('hanh', 'dong-sen-one-stop');
    const elsewhere = await api.officer('dung', 'ngan-thuong-one-stop');
    const [first, second] = [
      ok(await api.call(callOfficer, { as: machine.session })),
      ok(await api.call(callOfficer, { as: machine.session })),
    ];
    expect(second.callId).toBe(first.callId);
    expect(ok(await api.call(listCalls, { as: elsewhere })).items).toEqual([]);
    expect(ok(await api.call(listCalls, { as: here })).items).toMatchObject([{ place: 'Sảnh tầng 1' }]);
    ok(await api.call(acknowledgeCall, { as: here, params: first }));
    expect(ok(await api.call(getCall, { as: machine.session })).call?.acknowledgedAt).not.toBeNull();
    ok(await api.call(endCall, { as: machine.session }));
    expect(ok(await api.call(listCalls, { as: here })).items).toEqual([]);
    expect((await api.call(acknowledgeCall, { as: here, params: first })).status).toBe(404);
  });
});

describe('a queue', () => {
  it('numbers from one, without gaps or doubles, across machines, and begins anew each day', async () => {
    const count = scaled(12, 400);
    const tickets = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        api.call(takeTicket, { as: (index % 2 === 0 ? machine : other).session }),
      ),
    );
    expect(tickets.map((ticket) => ok(ticket).number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: count }, (_, index) => index + 1),
    );
    api.clock.advance({ hours: 24 });
    expect(ok(await api.call(takeTicket, { as: machine.session })).number).toBe(1);
  });

  it('gives a repeated request the number it got', async () => {
    const key = 'ticket-key-0001';
    const first = ok(await api.call(takeTicket, { as: machine.session, key }));
    expect(ok(await api.call(takeTicket, { as: machine.session, key }))).toEqual(first);
  });
});

describe('the settings of a machine', () => {
  it('are taken up with the next heartbeat, within limits that leave people time', async () => {
    const [device] = ok(await api.call(listDevices, { as: admin })).items;
    if (!device) throw new Error('no device');
    const settings = { ...device.settings, idleSeconds: 90, cameraNotice: 'Khu vực có camera an ninh.' };
    for (const wrong of [
      { idleSeconds: 5 },
      { warningSeconds: 5 },
      { volume: 101 },
      { screens: ['shell'] },
    ]) {
      const body = { ...settings, ...wrong } as never;
      expect((await api.call(setDeviceSettings, { as: admin, params: device, body })).status).toBe(422);
    }
    ok(await api.call(setDeviceSettings, { as: admin, params: device, body: settings }));
    const views = await Promise.all(
      [machine, other].map(async ({ session }) =>
        ok(await api.call(kioskHeartbeat, { as: session, body: { appVersion: 'abc', parts: idle } })),
      ),
    );
    expect(views.find((view) => view.deviceId === device.deviceId)).toMatchObject(settings);
    const listed = ok(await api.call(listDevices, { as: admin })).items.find(
      (each) => each.deviceId === device.deviceId,
    );
    expect(listed).toMatchObject({ appVersion: 'abc', lastSeenAt: api.clock.iso(), parts: idle });
  });
});
