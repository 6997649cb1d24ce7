import { describe, expect, it } from '@jest/globals';
import { aDefinition, aPage, aSection, compiled, group, options, said, today } from '../test/form-builder';
import { problemMessages } from './problem-messages';
import { readBack } from './read-back';

const unit = '3f0c1a5e-0000-4000-8000-000000000099';
const form = compiled(
  aDefinition(
    aPage('person', [
      aSection('who', [
        { id: 'name', type: 'text', label: said('Họ tên') },
        { id: 'born', type: 'date' },
        { id: 'phone', type: 'phone' },
        { id: 'copies', type: 'integer' },
        { id: 'kind', type: 'choice', options: options('a', 'b') },
        { id: 'kinds', type: 'choices' },
        { id: 'sure', type: 'confirmation' },
        { id: 'home', type: 'address' },
        { id: 'keeper', type: 'unit' },
        { id: 'secret', type: 'text', visible: 'sure = false' },
      ]),
    ]),
    aPage('family', [
      aSection('children', [{ id: 'name', type: 'text', label: said('Họ tên') }], { repeat: group(0, 3) }),
    ]),
    aPage('never', [aSection('nothing', [{ id: 'other', type: 'text' }])], { visible: 'sure = false' }),
  ),
);
const answers = {
  name: 'Lò Thị Mây',
  born: '1955-04-02',
  phone: '0900000123',
  copies: 12000,
  kind: 'b',
  kinds: ['c', 'a'],
  sure: true,
  home: { text: 'Tổ 4', wardName: 'Phường Nà Mây' },
  keeper: unit,
  children: [{ name: 'An' }, {}],
};

describe('reading answers back', () => {
  const pages = readBack(form, answers, {
    facts: today,
    unitName: (id) => (id === unit ? 'Sở Tư pháp' : undefined),
  });

  it('shows every visible answer as a person reads it', () => {
    expect(pages[0]?.rows.map((row) => row.text)).toEqual([
      'Lò Thị Mây',
      '02/04/1955',
      '0900 000 123',
      '12.000',
      'Mục b',
      'Mục a; Mục c',
      'Đã xác nhận',
      'Tổ 4, Phường Nà Mây',
      'Sở Tư pháp',
    ]);
  });

  it('names the groups of a repeating section and says what was left out', () => {
    expect(pages[1]?.rows.map((row) => [row.group, row.text, row.path])).toEqual([
      ['Người con 1', 'An', 'children.0.name'],
      ['Người con 2', 'Không khai', 'children.1.name'],
    ]);
  });

  it('leaves out hidden pages', () => {
    expect(pages.map((page) => page.pageId)).toEqual(['person', 'family']);
  });

  it('speaks English when asked', () => {
    const [page] = readBack(form, { copies: 12000 }, { facts: today, lang: 'en' });
    expect(page?.rows[0]).toMatchObject({ label: 'Họ tên (en)', text: 'Not provided', answered: false });
    expect(page?.rows[3]?.text).toBe('12,000');
  });
});

describe('the sentences about answers', () => {
  it.each(Object.entries(problemMessages))(
    '%s exists in both languages and uses the same bounds',
    (_code, message) => {
      const names = (text: string): readonly string[] =>
        [...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? '').sort();
      expect(message.vi.trim()).not.toBe('');
      expect(names(message.en)).toEqual(names(message.vi));
    },
  );
});
