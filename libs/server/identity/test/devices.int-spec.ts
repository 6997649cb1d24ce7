import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { demoAssignmentId, demoUnitId } from '../src/demo/demo-ids';
import { IdentityHarness, testStart } from './identity-harness';

let harness: IdentityHarness;
beforeAll(async () => {
  harness = await IdentityHarness.start();
  await harness.seed();
}, 120_000);
afterAll(() => harness.close());
beforeEach(() => harness.clock.set(testStart));

/** An administrator with everything a request needs. */
async function administrator(key: string, assignment: string) {
  const token = (await harness.signIn(key, 'officer')) ?? '';
  const headers = {
    'x-csrf-token': await harness.csrfToken(token, 'officer'),
    'mocua-assignment': demoAssignmentId(assignment),
  };
  return (method: 'GET' | 'POST', path: string, body?: object) =>
    harness.call(method, path, {
      token,
      audience: 'officer',
      headers,
      ...(body === undefined ? {} : { body }),
    });
}

const kiosk = (unit: string) => ({ name: 'Ki-ốt sảnh', unitId: demoUnitId(unit), place: 'Sảnh tầng 1' });

async function register(unit: string) {
  const call = await administrator('viet', 'province-administrator');
  const { body } = await call('POST', '/officer/devices', kiosk(unit));
  return {
    call,
    code: body['registrationCode'] as string,
    deviceId: (body['device'] as { deviceId: string }).deviceId,
  };
}

async function activate(code: string): Promise<{ status: number; token: string }> {
  const { status, headers } = await harness.call('POST', '/kiosk/activation', {
    body: { registrationCode: code },
  });
  return { status, token: /^mocua_kiosk=([^;]+);/u.exec(String(headers['set-cookie']))?.[1] ?? '' };
}

describe('a kiosk', () => {
  it('is announced, activated by its code however it is typed, and lives', async () => {
    const { call, code, deviceId } = await register('ngan-thuong-centre');
    const { status, token } = await activate(` ${code.toLowerCase().replaceAll('-', ' ')}`);
    expect(status).toBe(200);
    const { body } = await harness.call('GET', '/kiosk/device', { token, audience: 'kiosk' });
    expect(body).toMatchObject({
      deviceId,
      name: 'Ki-ốt sảnh',
      unitName: 'Trung tâm Phục vụ hành chính công phường Ngân Thượng',
    });
    harness.clock.advance({ minutes: 5 });
    const beat = await harness.call('POST', '/kiosk/heartbeat', {
      token,
      audience: 'kiosk',
      headers: { 'x-csrf-token': await harness.csrfToken(token, 'kiosk') },
      body: {
        appVersion: '0.1.0',
        parts: { printer: 'working', scanner: 'unknown', cardReader: 'failing' },
      },
    });
    expect(beat.status).toBe(200);
    const listed = (await call('GET', '/officer/devices')).body['items'] as {
      deviceId: string;
      state: string;
      lastSeenAt: string;
    }[];
    expect(listed.find((device) => device.deviceId === deviceId)).toMatchObject({
      state: 'active',
      lastSeenAt: harness.clock.iso(),
    });
  });

  it('uses its code once, and within a day', async () => {
    const first = await register('ngan-thuong-centre');
    expect((await activate(first.code)).status).toBe(200);
    expect((await activate(first.code)).status).toBe(404);
    const second = await register('ngan-thuong-centre');
    harness.clock.advance({ hours: 24 });
    expect((await activate(second.code)).status).toBe(404);
    expect((await activate('AAAA-AAAA-AAAA')).status).toBe(404);
  });

  it('is out of service at once when it is revoked', async () => {
    const { call, code, deviceId } = await register('ngan-thuong-centre');
    const { token } = await activate(code);
    expect((await call('POST', `/officer/devices/${deviceId}/revocation`, {})).body['state']).toBe('revoked');
    expect((await harness.call('GET', '/kiosk/device', { token, audience: 'kiosk' })).status).toBe(401);
  });
});

describe('an administrator of one unit', () => {
  it('manages the kiosks below it and sees no others', async () => {
    const elsewhere = await register('dong-sen-centre');
    const call = await administrator('tam', 'ngan-thuong-administrator');
    expect((await call('POST', '/officer/devices', kiosk('ngan-thuong-centre'))).status).toBe(200);
    expect((await call('POST', '/officer/devices', kiosk('dong-sen-centre'))).body['code']).toBe(
      'unit.not-found',
    );
    const items = (await call('GET', '/officer/devices')).body['items'] as { unitId: string }[];
    expect(items.every((device) => device.unitId === demoUnitId('ngan-thuong-centre'))).toBe(true);
    expect((await call('POST', `/officer/devices/${elsewhere.deviceId}/revocation`, {})).body['code']).toBe(
      'device.not-found',
    );
  });
});

describe('anybody else', () => {
  it('does not manage kiosks', async () => {
    const call = await administrator('hanh', 'dong-sen-one-stop');
    expect((await call('GET', '/officer/devices')).body['code']).toBe('session.forbidden');
  });
});
