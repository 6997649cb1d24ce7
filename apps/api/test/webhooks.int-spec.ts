import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addWebhookSubscription,
  type AgencyEvent,
  getAgencyClient,
  listOwnDeliveries,
  listWebhookDeliveries,
  receiveDossier,
  replayOwnDelivery,
  replayWebhookDelivery,
  revokeAgencyClient,
  rotateSigningSecret,
  type WebhookDelivery,
} from '@mocua/contract';
import { agencyEvent } from '@mocua/contract/schemas';
import { maximumTries } from '@mocua/server/provider';
import { ApiHarness, ok, type Session } from './api-harness';
import { aFiling } from './filing.builder';
import {
  aClient,
  callAs,
  type Credentials,
  Receiver,
  sendWebhooks,
  subscribe,
  tokenOf,
} from './provider-world';

let api: ApiHarness;
let admin: Session;
let oneStop: Session;
let lam: Session;
let receiver: Receiver;
let client: Credentials;
let registered = false;
let signingSecret: string;
let subscriptionId: string;

beforeAll(async () => {
  api = await ApiHarness.start();
  receiver = await Receiver.start();
}, 120_000);
afterAll(async () => {
  await receiver.close();
  await api.close();
});

const both = ['vn.mocua.dossier.submitted' as const, 'vn.mocua.dossier.received' as const];

/** Each test hears only its own: a new system, and no receiver of the test before. */
beforeEach(async () => {
  // A test may move the clock by days, and no session lasts that long.
  admin = await api.officer('viet', 'province-administrator');
  oneStop = await api.officer('hanh', 'dong-sen-one-stop');
  lam = await api.citizen('lam');
  receiver.behaviour = 204;
  await sendWebhooks(api);
  if (registered)
    ok(await api.call(revokeAgencyClient, { as: admin, params: { clientId: client.clientId }, body: {} }));
  receiver.received.length = 0;
  registered = true;
  client = await aClient(api, admin, { scopes: ['webhooks'], procedureCodes: ['2.000908'] });
  const added = await subscribe(api, admin, client, { url: receiver.url, eventTypes: both });
  ({ signingSecret } = added);
  ({ subscriptionId } = added.subscription);
});

async function log(): Promise<WebhookDelivery[]> {
  const params = { clientId: client.clientId };
  return ok(await api.call(listWebhookDeliveries, { as: admin, params, query: {} })).items;
}

const events = (): AgencyEvent[] => receiver.received.map(({ body }) => JSON.parse(body) as AgencyEvent);

async function aReceivedDossier() {
  const receipt = await aFiling(api, lam).submit();
  const params = { dossierId: receipt.dossierId };
  ok(await api.call(receiveDossier, { as: oneStop, params, body: { version: 1 } }));
  return receipt;
}

describe('a webhook', () => {
  it('brings signed CloudEvents of one dossier in their order, with no person in them', async () => {
    const { transactionCode } = await aReceivedDossier();
    await sendWebhooks(api);
    expect(events().map(({ type, data }) => [type, data.transactionCode, data.state])).toEqual([
      ['vn.mocua.dossier.submitted', transactionCode, 'submitted'],
      ['vn.mocua.dossier.received', transactionCode, 'received'],
    ]);
    for (const { headers, body } of receiver.received) {
      const event = JSON.parse(body) as AgencyEvent;
      expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
      expect(headers['webhook-id']).toBe(event.id);
      const signed = `${event.id}.${String(headers['webhook-timestamp'])}.${body}`;
      const key = Buffer.from(signingSecret.replace('whsec_', ''), 'base64');
      const mac = createHmac('sha256', key).update(signed).digest('base64');
      expect(headers['webhook-signature']).toBe(`v1,${mac}`);
      expect(body).not.toMatch(/Lâm|Trần|099\d{9}|0900000/u);
      expect(agencyEvent.safeParse(event).error).toBeUndefined();
    }
    await sendWebhooks(api);
    expect(receiver.received).toHaveLength(2);
    expect((await log()).map(({ state, tries, lastStatus }) => [state, tries, lastStatus])).toEqual([
      ['delivered', 1, 204],
      ['delivered', 1, 204],
    ]);
  });

  it('can be checked with the former and with the new secret while the two overlap, and then with the new one', async () => {
    const params = { clientId: client.clientId, subscriptionId };
    const rotate = (overlapHours: number) =>
      api.call(rotateSigningSecret, { as: admin, params, body: { overlapHours } });
    /** What a receiver does that knows one secret. */
    const verifies = async (secret: string): Promise<boolean> => {
      receiver.received.length = 0;
      await aFiling(api, lam).submit();
      await sendWebhooks(api);
      const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
      const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
      const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
      const mac = createHmac('sha256', key).update(signed).digest('base64');
      return String(headers['webhook-signature']).split(' ').includes(`v1,${mac}`);
    };
    const made = ok(await rotate(24));
    const newest = made.signingSecret;
    expect(newest).not.toBe(signingSecret);
    const until = made.subscription.formerSecretUntil ?? '';
    expect(Date.parse(until) - api.clock.now().getTime()).toBe(24 * 3_600_000);
    expect([await verifies(signingSecret), await verifies(newest)]).toEqual([true, true]);
    expect((await rotate(24)).problem.code).toBe('agency.rotation-running');

    api.clock.advance({ hours: 24 });
    admin = await api.officer('viet', 'province-administrator');
    lam = await api.citizen('lam');
    expect([await verifies(signingSecret), await verifies(newest)]).toEqual([false, true]);
    const hurried = ok(await rotate(0));
    expect(hurried.subscription.formerSecretUntil).toBeNull();
    expect([await verifies(newest), await verifies(hurried.signingSecret)]).toEqual([false, true]);
  });

  it('has the same signing secret shown again to the request whose reply was lost, while the exchange runs', async () => {
    const params = { clientId: client.clientId, subscriptionId };
    const rotate = (overlapHours: number, key: string) =>
      api.call(rotateSigningSecret, { as: admin, params, body: { overlapHours }, key });
    const [one, two] = await Promise.all([rotate(24, 'doi-khoa-1'), rotate(24, 'doi-khoa-1')]);
    const made = ok(one);
    expect(ok(two)).toEqual(made);
    expect(ok(await rotate(24, 'doi-khoa-1'))).toEqual(made);
    expect((await rotate(168, 'doi-khoa-1')).problem.code).toBe('request.idempotency-key-reused');
    expect((await rotate(24, 'doi-khoa-2')).problem.code).toBe('agency.rotation-running');
    const kept = await api.db.database.query(
      'SELECT * FROM provider.secret_rotations WHERE subscription_id = $1',
      [subscriptionId],
    );
    expect(kept).toHaveLength(1);
    const [, bare = ''] = made.signingSecret.split('_');
    expect(JSON.stringify(kept)).not.toContain(bare);
    expect(JSON.stringify(kept)).not.toContain(Buffer.from(bare, 'base64').toString('hex'));

    const next = ok(await rotate(0, 'doi-khoa-3'));
    expect((await rotate(24, 'doi-khoa-1')).problem.code).toBe('agency.rotation-over');
    expect(ok(await rotate(0, 'doi-khoa-3'))).toEqual(next);
    api.clock.advance({ hours: 24 });
    admin = await api.officer('viet', 'province-administrator');
    expect((await rotate(0, 'doi-khoa-3')).problem.code).toBe('agency.rotation-over');
  });

  it('waits for a receiver that is down, keeps the order, and gives up after the last try', async () => {
    receiver.behaviour = 500;
    await aReceivedDossier();
    await sendWebhooks(api);
    expect(events().map(({ type }) => type)).toEqual(['vn.mocua.dossier.submitted']);
    const waiting = (await log()).find((each) => each.state === 'pending' && each.tries === 1);
    expect([waiting?.lastStatus, waiting?.nextTryAt === null]).toEqual([500, false]);
    receiver.behaviour = 204;
    api.clock.advance({ minutes: 2 });
    await sendWebhooks(api);
    api.clock.advance({ minutes: 2 });
    await sendWebhooks(api);
    expect(events().map(({ type }) => type)).toEqual([
      'vn.mocua.dossier.submitted',
      'vn.mocua.dossier.submitted',
      'vn.mocua.dossier.received',
    ]);

    receiver.behaviour = 302;
    receiver.received.length = 0;
    await aFiling(api, lam).submit();
    for (let round = 0; round < maximumTries + 3; round += 1) {
      await sendWebhooks(api);
      api.clock.advance({ hours: 30 });
    }
    expect(receiver.received).toHaveLength(maximumTries);
    admin = await api.officer('viet', 'province-administrator');
    const [failed] = await log();
    expect([failed?.state, failed?.tries, failed?.lastStatus]).toEqual(['failed', maximumTries, 302]);
  });

  it('can be sent again by the system itself and by an officer, and by nobody else', async () => {
    await aFiling(api, lam).submit();
    await sendWebhooks(api);
    const token = await tokenOf(api, client);
    const [delivery] = ok<{ items: WebhookDelivery[] }>(await callAs(api, token, listOwnDeliveries)).items;
    const deliveryId = delivery?.deliveryId ?? '';
    const input = { params: { deliveryId }, body: {} };
    for (let twice = 0; twice < 2; twice += 1) ok(await callAs(api, token, replayOwnDelivery, input));
    await sendWebhooks(api);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(receiver.received).toHaveLength(2);
    const params = { clientId: client.clientId, deliveryId };
    ok(await api.call(replayWebhookDelivery, { as: admin, params, body: {} }));
    await sendWebhooks(api);
    expect(receiver.received).toHaveLength(3);
    const stranger = await tokenOf(api, await aClient(api, admin, { scopes: ['webhooks'] }));
    const refused = await callAs(api, stranger, replayOwnDelivery, input);
    expect([refused.status, refused.problem.code]).toEqual([404, 'agency.delivery-not-found']);
  });

  it('ends when the receiver says that it is gone, and what waits is cancelled', async () => {
    receiver.behaviour = 410;
    await aReceivedDossier();
    await sendWebhooks(api);
    expect(receiver.received).toHaveLength(1);
    const params = { clientId: client.clientId };
    const { subscriptions } = ok(await api.call(getAgencyClient, { as: admin, params }));
    expect(subscriptions).toMatchObject([{ subscriptionId, state: 'ended', endReason: 'gone' }]);
    expect((await log()).map(({ state }) => state).sort()).toEqual(['cancelled', 'failed']);
    const [first] = await log();
    const input = { as: admin, params: { ...params, deliveryId: first?.deliveryId ?? '' }, body: {} };
    expect((await api.call(replayWebhookDelivery, input)).problem.code).toBe('agency.subscription-ended');
  });

  it('is not kept from others by a receiver that never answers', async () => {
    const slow = await Receiver.start();
    slow.behaviour = 'hang';
    try {
      await subscribe(api, admin, client, { url: slow.url, eventTypes: both });
      await aFiling(api, lam).submit();
      const sending = sendWebhooks(api);
      await receiver.heard(1);
      // The other one was told while this one still holds the line.
      expect((await log()).map(({ state }) => state).sort()).not.toContain('failed');
      await slow.heard(1);
      await slow.close();
      await sending;
      const states = (await log()).map(({ state, lastError }) => `${state} ${lastError ?? ''}`).sort();
      expect(states).toEqual(['delivered ', 'pending unreachable']);
    } finally {
      await slow.close();
    }
  });

  it('never goes to an internal address, without https in earnest, or with a password in it', async () => {
    for (const url of [
      'http://10.0.0.1/hooks',
      'http://169.254.169.254/latest/meta-data',
      'http://[::ffff:10.0.0.1]/hooks',
      'http://0x0a000001/hooks',
      'https://ai:mat-khau@example.gov.vn/hooks',
      'ftp://example.gov.vn/hooks',
      'file:///etc/passwd',
    ]) {
      const params = { clientId: client.clientId };
      const { status, problem } = await api.call(addWebhookSubscription, {
        as: admin,
        params,
        body: { url, eventTypes: both },
      });
      expect([url, status, problem.code]).toEqual([url, 422, 'agency.address-not-allowed']);
    }
  });

  it('shows its log page by page', async () => {
    await aReceivedDossier();
    await sendWebhooks(api);
    const token = await tokenOf(api, client);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const query = { limit: 1, ...(after === undefined ? {} : { after }) };
      const page = ok<{ items: WebhookDelivery[]; next: string | null }>(
        await callAs(api, token, listOwnDeliveries, { query }),
      );
      seen.push(...page.items.map(({ deliveryId }) => deliveryId));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect([seen.length, new Set(seen).size]).toEqual([2, 2]);
  });
});
