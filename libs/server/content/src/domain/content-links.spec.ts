import { describe, expect, it } from '@jest/globals';
import type { ContentBlock, ContentFields } from '@mocua/contract';
import { fieldProblemsOf, linkTarget } from './content-links';

function aPage(...body: ContentBlock[]): ContentFields {
  return {
    vi: { title: 'Trang', summary: '', body },
    en: null,
    topic: null,
    validFrom: '2026-01-01',
    validTo: null,
  };
}

describe('a link on a page of the editors', () => {
  it.each([
    ['https://dichvucong.gov.vn/p', 'outside'],
    ['tel:19000099', 'outside'],
    ['mailto:hotro@tinh.example', 'outside'],
    ['/tra-cuu', 'portal'],
    ['/tim-kiem?q=khai%20sinh', 'portal'],
    ['/thu-tuc/2.000908', 'procedure'],
    ['/huong-dan/nop-ho-so', 'content'],
  ])('may be %s', (href, kind) => {
    expect(linkTarget(href).kind).toBe(kind);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' https://ok.example',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'http://khong-ma-hoa.example',
    'https://dichvucong.gov.vn@xau.example/',
    'https://localhost/',
    '//xau.example',
    '/\\xau.example',
    '/can-bo/',
    '/api/v1/session/logout',
    '/thu-tuc/2.000908/../../can-bo',
    '/khong-co-trang-nay',
    'tra-cuu',
    '#',
    'mailto:a@b.example?bcc=c@d.example',
    'tel:abc',
  ])('is never %j', (href) => {
    expect(linkTarget(href)).toEqual({ kind: 'refused' });
  });

  it('is shown to the editor where it stands', () => {
    const page = aPage(
      { kind: 'paragraph', text: 'Xem' },
      { kind: 'link', text: 'đây', href: 'javascript:1' },
    );
    expect(fieldProblemsOf('guide', page).map(({ path }) => path)).toEqual(['/fields/vi/body/1/href']);
  });
});

describe('a page of the editors', () => {
  const paragraph: ContentBlock = { kind: 'paragraph', text: 'Chữ' };

  it('has tables whose rows are as wide as their head', () => {
    const table: ContentBlock = {
      kind: 'table',
      head: ['Việc', 'Phí'],
      rows: [['Trích lục', '8.000'], ['Sao']],
    };
    expect(fieldProblemsOf('guide', aPage(table)).map(({ code }) => code)).toEqual(['uneven-table']);
  });

  it('ends after it begins', () => {
    const page = { ...aPage(paragraph), validTo: '2025-12-31' };
    expect(fieldProblemsOf('guide', page).map(({ path }) => path)).toEqual(['/fields/validTo']);
  });

  it('has a topic when it is a question', () => {
    expect(fieldProblemsOf('faq', aPage(paragraph)).map(({ path }) => path)).toEqual(['/fields/topic']);
    expect(fieldProblemsOf('faq', { ...aPage(paragraph), topic: 'fee' })).toEqual([]);
  });
});
