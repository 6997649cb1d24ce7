import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AllowedAddresses } from '@mocua/lgsp/client';
import { openPost, type PublicPost } from '@mocua/lgsp/post';
import { ParcelRefused, type ParcelOrder, PostUnavailable } from '@mocua/server/delivery';
import { type FaultMode, faultModeNames, faultModes } from '../src/faults/fault-modes';
import { type Sandbox, startSandbox } from '../src/sandbox';

const [token, secret] = ['a-token-of-this-test', 'a-secret-of-this-test'];
let folder: string;
let sandbox: Sandbox;
let post: PublicPost;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mocua-post-'));
  sandbox = await startSandbox({
    port: 0,
    dataDir: folder,
    clientSecret: secret,
    portalOrigins: ['http://localhost:9'],
    post: { token, secret },
  });
  post = opened(token);
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

function opened(withToken: string): PublicPost {
  const { hostname: host, port } = new URL(sandbox.origin);
  const privateNetworks = ['127.0.0.0/8', '::1/128'];
  const allowed = new AllowedAddresses([{ host, port: Number(port), protocol: 'http:', privateNetworks }]);
  const limits = {
    readMs: 150,
    totalMs: 400,
    attempts: 2,
    firstWaitMs: 5,
    longestWaitMs: 10,
    perSecond: null,
  };
  const circuit = { failuresToOpen: 1_000 };
  return openPost(
    {
      url: `${sandbox.origin}/post`,
      customer: 'SONGNGAN',
      token: withToken,
      secret,
      paidBy: 'receiver',
      province: 'Tỉnh Sông Ngân',
      limits: { ...limits, ...circuit },
    },
    allowed,
  );
}

function anOrder(reference: string, change: Partial<ParcelOrder['receiver']> = {}): ParcelOrder {
  return {
    reference,
    dossierCode: reference.slice(0, -4),
    sender: 'Bộ phận Một cửa xã Đồng Sen',
    receiver: {
      name: 'Trần Văn Lâm',
      phone: '0900000103',
      street: 'Số 5, thôn Đông',
      ward: 'xã Đồng Sen',
      province: 'tỉnh Sông Ngân',
      ...change,
    },
  };
}

async function known(reference: string) {
  const answer = await fetch(`${sandbox.origin}/post?format=json`);
  const all = (await answer.json()) as { reference: string; itemCode: string; cancelled: boolean }[];
  return all.filter((each) => each.reference === reference);
}

async function script(mode: FaultMode | null, times: number | null = null): Promise<void> {
  const steps = mode === null ? [] : [{ mode, times, delayMs: 20 }];
  await fetch(`${sandbox.origin}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ area: 'post', steps }),
  });
}

function move(reference: string, code: string, place = ''): Promise<Response> {
  return fetch(`${sandbox.origin}/post/buu-gui/${encodeURIComponent(reference)}`, {
    method: 'POST',
    body: new URLSearchParams({ code, place }),
    redirect: 'manual',
  });
}

describe('the post behind its adapter', () => {
  it('takes one order for one reference, however often it is sent', async () => {
    const order = anOrder('H99-0001-BC1');
    const numbers = [await post.order(order), await post.order(order)];
    expect(numbers[0]).toMatch(/^EM\d{9}VN$/u);
    expect(numbers[1]).toBe(numbers[0]);
    expect(await known(order.reference)).toHaveLength(1);
  });

  it('refuses a place it does not serve, and another receiver under the same reference', async () => {
    const far = anOrder('H99-0002-BC1', { ward: 'vùng không phục vụ' });
    await expect(post.order(far)).rejects.toBeInstanceOf(ParcelRefused);
    await post.order(anOrder('H99-0003-BC1'));
    await expect(post.order(anOrder('H99-0003-BC1', { name: 'Người khác' }))).rejects.toBeInstanceOf(
      ParcelRefused,
    );
  });

  it('tells every step in our words, page by page, and nothing of a parcel it does not know', async () => {
    const { reference } = anOrder('H99-0004-BC1');
    await post.order(anOrder(reference));
    for (const [code, place] of [['2', 'Bưu cục Đồng Sen'], ...Array(60).fill(['3', ''])] as [
      string,
      string,
    ][])
      await move(reference, code, place);
    await move(reference, '5');
    await move(reference, '4');
    const shipment = await post.find(reference);
    const steps = shipment?.points.map(({ step }) => step) ?? [];
    expect([steps.length, steps.slice(0, 3), steps.slice(-2)]).toEqual([
      64,
      ['ordered', 'collected', 'on-the-way'],
      ['not-delivered', 'delivered'],
    ]);
    expect(shipment?.points[1]).toMatchObject({ place: 'Bưu cục Đồng Sen' });
    expect(Math.abs(Date.parse(shipment?.points[1]?.at ?? '') - Date.now())).toBeLessThan(600_000);
    expect(await post.find('H99-9999-BC1')).toBeNull();
  });

  it('moves no parcel as none can move', async () => {
    const { reference } = anOrder('H99-0005-BC1');
    await post.order(anOrder(reference));
    expect((await move(reference, '4')).status).toBe(409);
    await move(reference, '2');
    await move(reference, '6');
    expect((await move(reference, '3')).status).toBe(409);
  });

  it('calls an order off until it is collected, and otherwise leaves it as it is', async () => {
    for (const reference of ['H99-0006-BC1', 'H99-0007-BC1']) await post.order(anOrder(reference));
    await move('H99-0007-BC1', '2');
    for (const reference of ['H99-0006-BC1', 'H99-0006-BC1', 'H99-0007-BC1', 'H99-0008-BC1'])
      await post.callOff(reference);
    expect((await known('H99-0006-BC1'))[0]?.cancelled).toBe(true);
    expect((await known('H99-0007-BC1'))[0]?.cancelled).toBe(false);
  });

  it('is down for everybody when the province is not known there', async () => {
    await expect(opened('another-token-of-this-test').order(anOrder('H99-0009-BC1'))).rejects.toBeInstanceOf(
      PostUnavailable,
    );
  });

  it('believes only what is signed', () => {
    const message = { OrderNumber: 'H99-0001-BC1', StatusCode: '4', StatusDate: '16/11/2026 08:05:00' };
    expect(post.readCallback({ ...message, Signature: 'a'.repeat(64) })).toBeNull();
    expect(post.readCallback(message)).toBeNull();
    expect(post.answerCallback(false)).toMatchObject({ Status: '401' });
  });
});

describe('an order while the post fails', () => {
  it.each(faultModeNames)('is one order afterwards, and the number is learned: %s', async (mode) => {
    const order = anOrder(`H99-${mode}-BC1`);
    await script(mode);
    await post.order(order).catch((error: unknown) => {
      // Whatever happened, it was not refused: nobody would try it again.
      expect(error).not.toBeInstanceOf(ParcelRefused);
    });
    await script(null);
    const found = await post.find(order.reference);
    const { effect } = faultModes[mode];
    expect(found === null).toBe(effect === 'none');
    const number = await post.order(order);
    expect(found === null || found.trackingNumber === number).toBe(true);
    expect(await known(order.reference)).toHaveLength(1);
  });
});
