import { describe, expect, it } from '@jest/globals';
import type { FormDefinition } from '@mocua/contract';
import {
  componentOptions,
  fieldGroups,
  itemsOf,
  keyOf,
  optionAt,
  toggle,
  writeInstruction,
  type SupplementChoice,
} from './supplement-choice';

const label = (vi: string) => ({ vi, en: vi });
const form: FormDefinition = {
  schemaVersion: 1,
  id: 'copy-from-register',
  version: 1,
  title: label('Tờ khai'),
  pages: [
    {
      id: 'paper',
      title: label('Giấy tờ cần cấp'),
      sections: [
        {
          id: 'main',
          fields: [
            { id: 'registerYear', type: 'integer', label: label('Năm đăng ký') },
            { id: 'fee', type: 'integer', label: label('Lệ phí'), calculate: 'copies * 8000' },
          ],
        },
        {
          id: 'names',
          title: label('Người được nêu tên'),
          repeat: { min: 1, max: 5, itemTitle: label('Người') },
          fields: [{ id: 'fullName', type: 'text', maxLength: 100, label: label('Họ tên') }],
        },
      ],
    },
    { id: 'check', title: label('Kiểm tra'), sections: [] },
  ],
};

describe('choosing what to ask for', () => {
  it('offers every field a person can change and repeating sections as a whole', () => {
    const groups = fieldGroups(form, new Map([['registerYear', '1998']]));
    expect(groups.map((group) => group.title.vi)).toEqual(['Giấy tờ cần cấp']);
    expect(groups[0]?.options.map((option) => [option.ref, option.given])).toEqual([
      ['registerYear', '1998'],
      ['names', ''],
    ]);
  });

  it('names the files that were handed in for a paper', () => {
    const options = componentOptions(
      [
        { code: 'id-paper', name: label('Giấy tờ tùy thân') },
        { code: 'proof', name: label('Giấy ủy quyền') },
      ],
      [
        { componentCode: 'id-paper', fileName: 'mat-truoc.jpg' },
        { componentCode: 'id-paper', fileName: 'mat-sau.jpg' },
      ],
    );
    expect(options.map((option) => option.given)).toEqual(['mat-truoc.jpg, mat-sau.jpg', '']);
  });

  const options = [
    ...(fieldGroups(form, new Map())[0]?.options ?? []),
    ...componentOptions([{ code: 'registerYear', name: label('Sổ') }], []),
  ];

  it('keeps a field and a paper with the same name apart', () => {
    const choice = toggle(new Map(), 'component:registerYear');
    expect(itemsOf(choice, options)).toEqual([{ kind: 'component', ref: 'registerYear', instruction: '' }]);
  });

  it('sends items in the order of the form, with trimmed instructions', () => {
    let choice: SupplementChoice = toggle(toggle(new Map(), 'field:names'), 'field:registerYear');
    choice = writeInstruction(choice, 'field:names', '  Ghi đủ tên hai bên  ');
    expect(itemsOf(choice, options).map((item) => [item.ref, item.instruction])).toEqual([
      ['registerYear', ''],
      ['names', 'Ghi đủ tên hai bên'],
    ]);
  });

  it('ignores an instruction for something that is not chosen', () => {
    expect(writeInstruction(new Map(), 'field:names', 'x').size).toBe(0);
  });

  it('leads a problem back to the option it is about', () => {
    const items = itemsOf(toggle(new Map(), 'field:names'), options);
    expect(optionAt({ path: '/items/0/instruction' }, items)).toBe(keyOf({ kind: 'field', ref: 'names' }));
    expect(optionAt({ path: '/items/7/ref' }, items)).toBeNull();
    expect(optionAt({ path: '/reason' }, items)).toBeNull();
  });
});
