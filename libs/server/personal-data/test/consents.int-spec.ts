import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@mocua/server/kernel';
import { MovingClock, startTestDatabase, type TestDatabase } from '@mocua/testing';
import { AccessScope } from '../src/application/access-scope';
import { ConsentLedger } from '../src/application/consents/consent-ledger';
import { LookupGrants } from '../src/application/lookups/lookup-grants';
import { ProcessingPurposes } from '../src/application/processing-purposes';
import { ReadingStreams } from '../src/application/reading-streams';
import { Readings } from '../src/application/readings';
import { declaredPurposes } from '../src/domain/purposes/declared-purposes';
import type { PurposeVersion } from '../src/domain/purposes/purpose';
import { ConsentRows } from '../src/persistence/consent-rows';
import { LookupRows } from '../src/persistence/lookup-rows';

const key = createSecretKey(Buffer.alloc(32));
let db: TestDatabase;
const clock = new MovingClock('2026-11-23T02:05:00Z');
const scope = new AccessScope();
const officer = { kind: 'officer', id: newId(), label: 'Sở Tư pháp, chuyên viên' } as const;

beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());

function aLedger(versions: readonly PurposeVersion[] = declaredPurposes) {
  const purposes = new ProcessingPurposes(versions, clock);
  const consents = new ConsentLedger(new ConsentRows(db.database), purposes, clock);
  const readings = new Readings(db.database, scope, clock, new ReadingStreams(db.database, key));
  const lookups = new LookupGrants(new LookupRows(db.database), purposes, consents, readings, scope, clock);
  return { consents, lookups, readings };
}

function decide(partyId: string, decision: 'given' | 'withdrawn', textVersion = 1) {
  clock.advance({ minutes: 1 });
  const by = { decidedBy: partyId, method: 'portal' as const };
  return aLedger().consents.decide({ partyId, ...by, purpose: 'store-sharing', textVersion, decision });
}

describe('consent', () => {
  it('is nobody’s before they say yes, for any purpose', async () => {
    const standing = await aLedger().consents.standingOf(newId());
    expect(standing.map((each) => each.purpose.code)).toEqual([
      'service-news',
      'satisfaction-survey',
      'store-sharing',
      'zalo-notices',
      'national-store',
      'profile-facts',
    ]);
    expect(standing.some((each) => each.given || each.latest !== null)).toBe(false);
  });

  it('ends with its withdrawal and can be given again; every step stays in the ledger', async () => {
    const party = newId();
    const { consents } = aLedger();
    for (const decision of ['given', 'withdrawn', 'given'] as const) {
      await decide(party, decision);
      expect((await consents.find(party, 'store-sharing')) !== null).toBe(decision === 'given');
    }
    expect(await consents.find(party, 'service-news')).toBeNull();
    expect((await consents.historyOf(party)).map((entry) => entry.decision)).toEqual([
      'given',
      'withdrawn',
      'given',
    ]);
  });

  it('to older words does not count for newer ones, and nobody can agree to words that changed meanwhile', async () => {
    const party = newId();
    await decide(party, 'given');
    const next = declaredPurposes.map((each) =>
      each.code === 'store-sharing' ? { ...each, version: 2, effectiveFrom: '2026-11-01' } : each,
    );
    const { consents } = aLedger([...declaredPurposes, ...next]);
    expect(await consents.find(party, 'store-sharing')).toBeNull();
    await expect(decide(party, 'given', 7)).rejects.toMatchObject({ code: 'privacy.text-changed' });
  });

  it('is not asked for where the law is the basis', async () => {
    const { consents } = aLedger();
    const decision = { partyId: newId(), decidedBy: newId(), textVersion: 1, method: 'portal' as const };
    await expect(
      consents.decide({ ...decision, purpose: 'procedure-handling', decision: 'withdrawn' }),
    ).rejects.toMatchObject({ code: 'privacy.not-a-choice' });
  });

  it.each(['UPDATE personal_data.consents SET decision = $$given$$', 'DELETE FROM personal_data.consents'])(
    'cannot be rewritten: %s',
    async (sql) => {
      await decide(newId(), 'given');
      await expect(db.database.query(sql)).rejects.toThrow('only added');
    },
  );
});

describe('a look-up in a register', () => {
  const wanted = { register: 'population', items: ['residence'] };

  it('is recorded with its basis before it is made, and as a reading once something was found', async () => {
    const { lookups, readings } = aLedger();
    const subjectId = newId();
    await scope.run({ reader: officer, purpose: 'register-lookup' }, async () => {
      const grant = await lookups.begin({ ...wanted, subjectId });
      expect(grant).toMatchObject({ basis: 'law', legalBasis: expect.stringContaining('309/2026') });
      await expect(lookups.requireGrounds([grant.lookupId])).rejects.toMatchObject({
        code: 'privacy.value-without-basis',
      });
      await lookups.finish(grant, subjectId, 'found');
      await lookups.requireGrounds([grant.lookupId]);
      await expect(lookups.finish(grant, subjectId, 'found')).rejects.toThrow('twice');
    });
    expect(await lookups.of(subjectId)).toMatchObject([
      { register: 'population', requester: officer.label, items: ['residence'], outcome: 'found' },
    ]);
    const { items } = await readings.listFor(subjectId, null);
    expect(items).toMatchObject([{ categories: ['register'], purpose: 'register-lookup' }]);
  });

  it('without consent where consent is the basis is refused, and its values fall with the consent', async () => {
    const { lookups } = aLedger();
    const subjectId = newId();
    const shared = { ...wanted, subjectId, purpose: 'store-sharing' as const };
    await expect(lookups.begin(shared)).rejects.toMatchObject({ code: 'privacy.consent-needed' });
    await decide(subjectId, 'given');
    const grant = await lookups.begin(shared);
    await lookups.finish(grant, subjectId, 'found');
    await lookups.requireGrounds([grant.lookupId]);
    await decide(subjectId, 'withdrawn');
    await expect(lookups.requireGrounds([grant.lookupId])).rejects.toMatchObject({
      code: 'privacy.value-without-basis',
    });
  });

  it('has no basis before its purpose is in force', async () => {
    const { lookups } = aLedger(declaredPurposes.filter((each) => each.code !== 'register-lookup'));
    await expect(lookups.begin({ ...wanted, subjectId: newId() })).rejects.toMatchObject({
      code: 'privacy.no-basis',
    });
  });

  it('that failed, or that nobody named, lets no value into a dossier', async () => {
    const { lookups } = aLedger();
    const subjectId = newId();
    const [good, bad] = [
      await lookups.begin({ ...wanted, subjectId }),
      await lookups.begin({ ...wanted, subjectId }),
    ];
    await lookups.finish(good, subjectId, 'found');
    await lookups.finish(bad, subjectId, 'failed');
    const refused = { code: 'privacy.value-without-basis' };
    for (const ids of [[bad.lookupId], [good.lookupId, undefined], [newId()], [good.lookupId, bad.lookupId]])
      await expect(lookups.requireGrounds(ids)).rejects.toMatchObject(refused);
    await lookups.requireGrounds([]);
  });
});
