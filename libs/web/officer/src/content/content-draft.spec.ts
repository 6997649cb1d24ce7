import { describe, expect, it } from '@jest/globals';
import type { ContentFields } from '@mocua/contract';
import {
  blockOf,
  dateOf,
  draftOf,
  emptyText,
  fieldsOf,
  missingIn,
  slugOf,
  summaryOf,
  targetOf,
} from './content-draft';

const fields: ContentFields = {
  vi: {
    title: 'Nộp hồ sơ',
    summary: 'Năm bước',
    body: [
      { kind: 'heading', text: 'Chuẩn bị' },
      { kind: 'paragraph', text: 'Hãy có sẵn căn cước.' },
      { kind: 'list', ordered: true, items: ['Tìm thủ tục', 'Bấm “Nộp hồ sơ”'] },
      { kind: 'list', ordered: false, items: ['Ảnh', 'PDF'] },
      { kind: 'link', text: 'Tra cứu', href: '/tra-cuu' },
      { kind: 'table', head: ['Việc', 'Phí'], rows: [['Trích lục', '8.000 đồng']] },
    ],
  },
  en: null,
  topic: 'filing',
  validFrom: '2026-11-01',
  validTo: null,
};

describe('a page as an editor types it', () => {
  it('comes back as it was', () => {
    expect(fieldsOf(draftOf(fields))).toEqual(fields);
  });

  it('takes each line of a list for an item, and leaves empty lines out', () => {
    expect(blockOf({ kind: 'bullets', text: ' một \n\n  hai\n', href: '' })).toEqual({
      kind: 'list',
      ordered: false,
      items: ['một', 'hai'],
    });
  });

  it('shows a table from its first line on, while it is typed', () => {
    expect(blockOf({ kind: 'table', text: 'Việc | Phí\nSao', href: '' })).toEqual({
      kind: 'table',
      head: ['Việc', 'Phí'],
      rows: [['Sao']],
    });
  });

  it.each([
    ['Nghỉ lễ Quốc khánh 2/9', 'nghi-le-quoc-khanh-2-9'],
    ['  Đổi giờ làm việc! ', 'doi-gio-lam-viec'],
  ])('gets an address from its title: %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('shows a problem of the server at the control it is about', () => {
    expect(targetOf('/fields/vi/body/3/href')).toBe('content-vi-3-href');
    expect(targetOf('/fields/en/body/0/items/2')).toBe('content-en-0');
    expect(targetOf('/fields/vi/title')).toBe('content-vi-title');
    expect(targetOf('/slug')).toBe('content-slug');
    expect(summaryOf([{ path: '/revision', code: 'x', message: 'Sai' }])).toEqual([]);
  });

  it.each([
    ['25/4/2026', '2026-04-25'],
    [' 01.12.2026 ', '2026-12-01'],
    ['29/2/2028', '2028-02-29'],
    ['30/2/2026', null],
    ['2026-04-25', null],
    ['hôm nay', null],
  ])('reads the day %s as people type it', (typed, iso) => {
    expect(dateOf(typed)).toBe(iso);
  });

  it('asks for a first day, and for a last one only when it cannot be read', () => {
    const draft = draftOf(fields);
    expect(missingIn({ ...draft, validFrom: '', validTo: ' ' }).map(({ target }) => target)).toEqual([
      'content-validFrom',
    ]);
    expect(missingIn({ ...draft, validTo: '31/4/2026' }).map(({ what }) => what)).toEqual(['date']);
  });

  it('knows what is missing before it is sent, also in English once it is begun', () => {
    const draft = { ...draftOf(fields), en: emptyText };
    expect(missingIn(draftOf(fields))).toEqual([]);
    expect(missingIn(draft).map(({ target }) => target)).toEqual(['content-en-title', 'content-en-0']);
  });
});
