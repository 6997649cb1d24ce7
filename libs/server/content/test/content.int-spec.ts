import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type ContentBlock,
  type ContentFields,
  type ContentId,
  type PartyId,
  permissionsOf,
} from '@mocua/contract';
import type { PartyDirectory } from '@mocua/server/identity';
import type { OfficerActor } from '@mocua/server/kernel';
import type { PublishedProcedures } from '@mocua/server/procedure';
import { MovingClock, startTestDatabase, testId, type TestDatabase } from '@mocua/testing';
import { ChangeContent } from '../src/application/change-content';
import { LinkCheck } from '../src/application/link-check';
import { PublishedContent } from '../src/application/published-content';
import { ReadContent } from '../src/application/read-content';
import { ContentStore } from '../src/persistence/content-store';

const procedures = { list: () => Promise.resolve([{ code: '2.000908' }]) } as unknown as PublishedProcedures;
const parties = {
  displayNames: (ids: readonly PartyId[]) => Promise.resolve(new Map(ids.map((id) => [id, 'Đỗ Quốc Việt']))),
} as unknown as PartyDirectory;

let db: TestDatabase;
let clock: MovingClock;
let published: PublishedContent;
let changes: ChangeContent;
let reading: ReadContent;
let pages = 0;

beforeAll(async () => {
  db = await startTestDatabase();
  const store = new ContentStore(db.database);
  clock = new MovingClock('2026-11-23T02:00:00Z');
  published = new PublishedContent(store, clock);
  changes = new ChangeContent(store, new LinkCheck(procedures, published, clock), db.database, clock);
  reading = new ReadContent(store, parties);
});
afterAll(() => db.close());
beforeEach(() => clock.set('2026-11-23T02:00:00Z'));

const editor = officer('system-administrator');
const unitEditor = officer('unit-administrator');

function officer(role: 'system-administrator' | 'unit-administrator'): OfficerActor {
  return {
    kind: 'officer',
    sessionId: 's',
    partyId: testId<PartyId>(role),
    assignment: {
      assignmentId: testId(`${role}-assignment`),
      unitId: testId('unit'),
      role,
      signingCapacity: null,
      permissions: permissionsOf[role],
    },
  };
}

function fields(overrides: Partial<ContentFields> = {}, ...body: ContentBlock[]): ContentFields {
  const text = { title: 'Nghỉ lễ', summary: 'Ngày nghỉ', body: [...body, paragraph('Nghỉ ngày 1/5.')] };
  return { vi: text, en: null, topic: null, validFrom: '2026-11-01', validTo: null, ...overrides };
}
function paragraph(text: string): ContentBlock {
  return { kind: 'paragraph', text };
}
const link = (href: string): ContentBlock => ({ kind: 'link', text: 'Xem thêm', href });

async function aPage(
  overrides: Partial<ContentFields> = {},
  kind: 'announcement' | 'faq' | 'guide' = 'announcement',
): Promise<{ contentId: ContentId; slug: string }> {
  pages += 1;
  const slug = `trang-${String(pages)}`;
  return { contentId: await changes.create(editor, { kind, slug, fields: fields(overrides) }), slug };
}
const find = (slug: string) => published.find('announcement', slug);

describe('a page of the editors', () => {
  it('is read by everybody from its publication to its withdrawal, and at once', async () => {
    const { contentId, slug } = await aPage();
    const before = await published.version();
    expect(await find(slug)).toBeNull();
    await changes.publish(editor, contentId, { revision: 1, note: '' });
    expect((await find(slug))?.title.vi).toBe('Nghỉ lễ');
    const between = await published.version();
    await changes.withdraw(editor, contentId, { revision: 2, note: 'Đã qua.' });
    expect(await find(slug)).toBeNull();
    expect(new Set([before, between, await published.version()]).size).toBe(3);
  });

  it('is fresh also in a process that did not publish it', async () => {
    const elsewhere = new PublishedContent(new ContentStore(db.database), clock);
    const { contentId, slug } = await aPage();
    await elsewhere.list();
    await changes.publish(editor, contentId, { revision: 1, note: '' });
    expect(await elsewhere.find('announcement', slug)).not.toBeNull();
  });

  it('keeps what is read while a draft is saved beside it', async () => {
    const { contentId, slug } = await aPage();
    await changes.publish(editor, contentId, { revision: 1, note: '' });
    const other = fields();
    await changes.save(unitEditor, contentId, {
      revision: 2,
      fields: { ...other, vi: { ...other.vi, title: 'Nghỉ Tết' } },
    });
    expect((await find(slug))?.title.vi).toBe('Nghỉ lễ');
    expect(await reading.get(editor, contentId)).toMatchObject({ state: 'changed', title: 'Nghỉ Tết' });
  });

  it('is shown from its first to its last day in Vietnam', async () => {
    const { contentId, slug } = await aPage({ validFrom: '2026-11-25', validTo: '2026-11-26' });
    await changes.publish(editor, contentId, { revision: 1, note: '' });
    const shown: boolean[] = [];
    for (const at of [
      '2026-11-24T16:59:59Z',
      '2026-11-24T17:00:00Z',
      '2026-11-26T16:59:59Z',
      '2026-11-26T17:00:00Z',
    ]) {
      clock.set(at);
      shown.push((await find(slug)) !== null);
    }
    expect(shown).toEqual([false, true, true, false]);
  });

  it('says that its English is missing, and then does not', async () => {
    const { contentId, slug } = await aPage();
    await changes.publish(editor, contentId, { revision: 1, note: '' });
    expect(await find(slug)).toMatchObject({ englishPending: true, title: { vi: 'Nghỉ lễ', en: 'Nghỉ lễ' } });
    const en = { title: 'Holiday', summary: '', body: [paragraph('Closed on 1 May.')] };
    await changes.save(editor, contentId, { revision: 2, fields: fields({ en }) });
    await changes.publish(editor, contentId, { revision: 3, note: '' });
    expect(await find(slug)).toMatchObject({ englishPending: false, title: { en: 'Holiday' }, version: 2 });
  });

  it('tells who did what and when, newest first, with the text each time', async () => {
    const { contentId } = await aPage();
    await changes.publish(editor, contentId, { revision: 1, note: 'Theo thông báo 12.' });
    await changes.withdraw(editor, contentId, { revision: 2, note: 'Đã hết lễ.' });
    const { history } = await reading.get(editor, contentId);
    expect(history.map(({ action, version, who, note }) => [action, version, who, note])).toEqual([
      ['withdrawn', 1, 'Đỗ Quốc Việt', 'Đã hết lễ.'],
      ['published', 1, 'Đỗ Quốc Việt', 'Theo thông báo 12.'],
      ['created', 1, 'Đỗ Quốc Việt', ''],
    ]);
    const kept = await db.database.query<{ title: string }>(
      `SELECT fields->'vi'->>'title' AS title FROM content.changes WHERE content_id = $1`,
      [contentId],
    );
    expect(kept.map(({ title }) => title)).toEqual(['Nghỉ lễ', 'Nghỉ lễ', 'Nghỉ lễ']);
  });

  it('is published by those who may, which is what the page offers', async () => {
    const { contentId } = await aPage();
    expect((await reading.get(unitEditor, contentId)).actions).toEqual(['save']);
    expect((await reading.get(editor, contentId)).actions).toEqual(['save', 'publish']);
  });

  it('lets nobody overwrite a change they have not seen, even at the same moment', async () => {
    const { contentId } = await aPage();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => changes.save(editor, contentId, { revision: 1, fields: fields() })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reasons = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    );
    expect(reasons).toHaveLength(7);
    for (const reason of reasons) expect(reason).toMatchObject({ code: 'content.stale' });
  });

  it('has its address to itself', async () => {
    const { slug } = await aPage();
    await expect(
      changes.create(editor, { kind: 'announcement', slug, fields: fields() }),
    ).rejects.toMatchObject({
      code: 'content.address-taken',
    });
    await changes.create(editor, { kind: 'guide', slug, fields: fields() });
  });

  it.each(['javascript:alert(1)', '//xau.example', 'http://khong-ma-hoa.example'])(
    'is not saved with a link to %s',
    async (href) => {
      const { contentId } = await aPage();
      await expect(
        changes.save(editor, contentId, { revision: 1, fields: fields({}, link(href)) }),
      ).rejects.toMatchObject({ code: 'content.link-refused' });
    },
  );

  it('is not published with a link to a procedure or a page that is not there', async () => {
    const { contentId } = await aPage();
    const attempt = (revision: number, href: string) =>
      changes
        .save(editor, contentId, { revision, fields: fields({}, link(href)) })
        .then(() => changes.publish(editor, contentId, { revision: revision + 1, note: '' }));
    await expect(attempt(1, '/thu-tuc/9.999999')).rejects.toMatchObject({ code: 'content.link-refused' });
    await expect(attempt(2, '/huong-dan/khong-co')).rejects.toMatchObject({ code: 'content.link-refused' });
    await attempt(3, '/thu-tuc/2.000908');
  });

  it('cannot be rewritten in the database once it is published', async () => {
    const { contentId } = await aPage();
    await changes.publish(editor, contentId, { revision: 1, note: '' });
    for (const sql of [
      `UPDATE content.versions SET fields = '{}' WHERE content_id = $1`,
      'DELETE FROM content.versions WHERE content_id = $1',
      `UPDATE content.changes SET note = 'khác' WHERE content_id = $1`,
      'DELETE FROM content.changes WHERE content_id = $1',
    ])
      await expect(db.database.query(sql, [contentId])).rejects.toThrow('never rewritten');
  });
});

describe('what everybody reads', () => {
  it('comes by kind: announcements newest first, questions by topic', async () => {
    for (const [kind, topic, validFrom] of [
      ['announcement', null, '2026-11-02'],
      ['announcement', null, '2026-11-20'],
      ['faq', 'help', '2026-11-01'],
      ['faq', 'filing', '2026-11-01'],
    ] as const) {
      const { contentId } = await aPage({ topic, validFrom }, kind);
      await changes.publish(editor, contentId, { revision: 1, note: '' });
    }
    const news = (await published.list('announcement')).items.map((item) => item.validFrom);
    expect(news).toEqual([...news].sort().reverse());
    expect((await published.list('faq')).items.map((item) => item.topic)).toEqual(['filing', 'help']);
  });
});
