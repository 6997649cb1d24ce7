import { describe, expect, it } from '@jest/globals';
import type { ContentFields, ContentId } from '@mocua/contract';
import { type ContentPage, holdsOn, publish, saveDraft, stateOf, withdraw } from './content-page';

const text = {
  title: 'Nghỉ lễ',
  summary: '',
  body: [{ kind: 'paragraph' as const, text: 'Nghỉ ngày 1/5.' }],
};
const fields: ContentFields = { vi: text, en: null, topic: null, validFrom: '2026-04-25', validTo: null };
const begun: ContentPage = {
  contentId: 'c1' as ContentId,
  kind: 'announcement',
  slug: 'nghi-le',
  revision: 1,
  lastVersion: 0,
  draft: fields,
  published: null,
};

function after(
  page: ContentPage,
  ...steps: ((page: ContentPage) => ReturnType<typeof publish>)[]
): ContentPage {
  return steps.reduce((current, step) => {
    const decided = step(current);
    if (!decided.ok) throw new Error(decided.code);
    return decided.page;
  }, page);
}
const published = after(begun, (page) => publish(page, 1));

describe('a page of the editors', () => {
  it('goes from draft over published and changed to withdrawn', () => {
    const changed = after(published, (page) => saveDraft(page, 2, fields));
    expect([begun, published, changed, after(changed, (page) => withdraw(page, 3))].map(stateOf)).toEqual([
      'draft',
      'published',
      'changed',
      'withdrawn',
    ]);
  });

  it('gives every publication its own number, also after a withdrawal', () => {
    const again = after(
      published,
      (page) => withdraw(page, 2),
      (page) => publish(page, 3),
    );
    expect([published.published?.version, again.published?.version]).toEqual([1, 2]);
  });

  it('keeps what is read while a draft is written', () => {
    const other = { ...fields, vi: { ...text, title: 'Nghỉ Tết' } };
    const changed = after(published, (page) => saveDraft(page, 2, other));
    expect(changed.published?.fields.vi.title).toBe('Nghỉ lễ');
    expect(changed.draft?.vi.title).toBe('Nghỉ Tết');
  });

  it('loses no text when it is withdrawn', () => {
    expect(after(published, (page) => withdraw(page, 2)).draft).toEqual(fields);
  });

  it.each([
    ['saving over a change that was not seen', saveDraft(published, 1, fields), 'content.stale'],
    ['publishing over a change that was not seen', publish(begun, 0), 'content.stale'],
    ['publishing without a draft', publish(published, 2), 'content.nothing-to-publish'],
    ['withdrawing what nobody reads', withdraw(begun, 1), 'content.not-published'],
  ])('refuses %s', (_what, decided, code) => {
    expect(decided).toEqual({ ok: false, code });
  });

  it('is read from its first day to its last', () => {
    const window = { validFrom: '2026-04-25', validTo: '2026-05-02' };
    const days = ['2026-04-24', '2026-04-25', '2026-05-02', '2026-05-03'];
    expect(days.map((day) => holdsOn(window, day))).toEqual([false, true, true, false]);
  });
});
