import { createHmac, createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWithinReach, scopesFor } from './agency-client';
import { agencyEventOf, toldEventTypes } from './agency-event';
import { basicCredentials } from './basic-credentials';
import { maximumTries, verdictOn } from './delivery-plan';
import { standingOfFile } from './file-standing';
import { endsOfRotation, refusalToRepeat } from './secret-rotation';
import { signedHeaders, signingGenerations, signingSecretOf } from './webhook-signature';

describe('credentials in a header', () => {
  it('survive the way there, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (id, secret) => {
          const header = `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;
          expect(basicCredentials(header)).toEqual({ clientId: id, secret });
        },
      ),
      { seed: 43, numRuns: 200 },
    );
  });

  it.each([undefined, '', 'Bearer x', 'Basic', 'Basic ***', 'Basic OmFiYw==', 'Basic JTp4'])(
    'are none in %p',
    (header) => {
      expect(basicCredentials(header)).toBeNull();
    },
  );
});

describe('the scopes of a token', () => {
  const granted = ['dossiers:read', 'webhooks'] as const;
  it.each([
    [undefined, granted],
    ['', granted],
    ['webhooks', ['webhooks']],
    ['webhooks  webhooks', ['webhooks']],
    ['dossiers:read statistics:read', null],
    ['DOSSIERS:READ', null],
  ])('asked as %p are %p', (asked, scopes) => {
    expect(scopesFor(asked, granted)).toEqual(scopes);
  });
});

describe('reach', () => {
  const client = { clientId: 'cq_1', procedureCodes: ['2.000908'] };
  it.each([
    ['agency:cq_1', '1.000001', true],
    ['agency:cq_2', '1.000001', false],
    ['mocua', '2.000908', true],
    ['mocua', '1.000001', false],
  ])('of a dossier from %s for %s is %p', (sourceSystem, procedureCode, within) => {
    expect(isWithinReach(client, { sourceSystem, procedureCode })).toBe(within);
  });
});

describe('what follows a try', () => {
  const now = new Date('2026-11-16T01:05:00.000Z');
  const after = (answer: Parameters<typeof verdictOn>[0], tries: number) =>
    verdictOn(answer, { tries, now, random: 0.5 });

  it('is the end for 2xx and 410, and another try for everything else', () => {
    for (let status = 100; status < 600; status += 1) {
      const { kind } = after({ status }, 1);
      expect([status, kind]).toEqual([
        status,
        status >= 200 && status < 300 ? 'delivered' : status === 410 ? 'gone' : 'again',
      ]);
    }
  });

  it('is a longer wait each time, spread by a tenth, and no more after the last', () => {
    let before = 0;
    for (let tries = 1; tries < maximumTries; tries += 1) {
      const at = (random: number) => {
        const verdict = verdictOn({ failure: 'timeout' }, { tries, now, random });
        return verdict.kind === 'again' ? verdict.at.getTime() - now.getTime() : Number.NaN;
      };
      expect(at(0.5)).toBeGreaterThan(before);
      expect(at(0) / at(0.5)).toBeCloseTo(0.9, 3);
      expect(at(1) / at(0.5)).toBeCloseTo(1.1, 3);
      before = at(0.5);
    }
    expect(after({ failure: 'unreachable' }, maximumTries)).toEqual({ kind: 'given-up' });
  });
});

describe('an event for others', () => {
  const codes = { code: null, transactionCode: 'T261116-A', externalCode: null, procedureCode: '2.000908' };
  const event = {
    dossierId: 'd',
    seq: 3,
    occurredAt: '2026-11-16T01:05:00.000Z',
    payload: { secret: 'Lâm' },
  };

  it('takes nothing from the stored one but its kind, place and time', () => {
    for (const type of toldEventTypes) {
      const told = agencyEventOf({ ...event, type }, codes, 'https://a/api');
      expect(JSON.stringify(told)).not.toContain('Lâm');
      expect(told).toMatchObject({ subject: 'T261116-A', sequence: '0000000003', time: event.occurredAt });
    }
    expect(agencyEventOf({ ...event, type: 'task-completed' }, codes, 'https://a/api')).toBeNull();
  });
});

describe('a signature', () => {
  const key = createSecretKey(Buffer.alloc(32, 7));
  it('is that of Standard Webhooks and changes with the subscription', () => {
    const secret = signingSecretOf(key, 'a', 1);
    expect(signingSecretOf(key, 'b', 1)).not.toBe(secret);
    const headers = signedHeaders([secret], { id: 'msg', at: new Date(1_700_000_000_000), body: '{}' });
    const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update('msg.1700000000.{}')
      .digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${mac}`);
  });

  it('is given with the newest secret and, until a told time, with the one before', () => {
    const until = new Date('2026-11-23T03:00:00Z');
    const at = (time: string, generation = 2, formerUntil: Date | null = until) =>
      signingGenerations({ generation, formerUntil }, new Date(time));
    expect(at('2026-11-23T02:59:59Z')).toEqual([2, 1]);
    expect(at('2026-11-23T03:00:00Z')).toEqual([2]);
    expect(at('2026-11-23T02:00:00Z', 1, null)).toEqual([1]);
    const [first, second] = [1, 2].map((generation) => signingSecretOf(key, 'a', generation));
    expect(second).not.toBe(first);
    const message = { id: 'msg', at: until, body: '{}' };
    const one = (secret: string | undefined) =>
      String(signedHeaders([secret ?? ''], message)['webhook-signature']);
    const both = signedHeaders([second ?? '', first ?? ''], message)['webhook-signature'];
    expect(both).toBe(`${one(second)} ${one(first)}`);
  });
});

describe('an exchange of a signing secret', () => {
  const asked = new Date('2026-11-16T01:00:00Z');
  const bodyHash = Buffer.alloc(32, 1);

  it.each([
    [24, '2026-11-17T01:00:00.000Z', '2026-11-17T01:00:00.000Z'],
    [168, '2026-11-23T01:00:00.000Z', '2026-11-23T01:00:00.000Z'],
    [0, null, '2026-11-17T01:00:00.000Z'],
  ])('with %i hours of overlap can be repeated as long as told', (hours, former, repeatable) => {
    const { formerUntil, repeatableUntil } = endsOfRotation(hours, asked);
    expect([formerUntil?.toISOString() ?? null, repeatableUntil.toISOString()]).toEqual([former, repeatable]);
  });

  it.each([
    ['the same wish in time', bodyHash, 2, '2026-11-17T00:59:59Z', null],
    ['the same wish before its secret is seen', bodyHash, 1, '2026-11-16T01:00:00Z', null],
    ['the same wish too late', bodyHash, 2, '2026-11-17T01:00:00Z', 'agency.rotation-over'],
    ['the same wish after another exchange', bodyHash, 3, '2026-11-16T02:00:00Z', 'agency.rotation-over'],
    ['another wish', Buffer.alloc(32, 2), 2, '2026-11-16T02:00:00Z', 'request.idempotency-key-reused'],
  ])('is repeated, or not, for %s', (_name, body, newest, now, refusal) => {
    const { repeatableUntil } = endsOfRotation(24, asked);
    const known = { subscriptionId: 's', generation: 2, bodyHash, repeatableUntil };
    expect(refusalToRepeat(known, body, newest, new Date(now))).toBe(refusal);
  });
});

describe('a file that was made here', () => {
  it.each([
    ['the paper itself', 'as-printed', false, 'valid'],
    ['the file that is given out', 'a', false, 'valid'],
    ['another file of the document', 'b', false, 'superseded'],
    ['a revoked paper', 'as-printed', true, 'revoked'],
    ['another file of a revoked document', 'b', true, 'revoked'],
    ['a paper whose signature is awaited', null, false, 'unknown'],
  ])('that is %s stands so', (_name, issued, isRevoked, standing) => {
    expect(standingOfFile('a', issued, isRevoked)).toBe(standing);
  });
});
