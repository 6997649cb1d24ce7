import { describe, expect, it } from '@jest/globals';
import { compileForm } from '@mocua/engine/eform';
import type { DraftId, FormDefinition } from '@mocua/contract';
import { answersOfLine, columnsOf, unknownColumns } from './answers-of-line';
import { type BatchLine, digestOf, filesFor, mergeLines, openLines } from './batch-line';
import { mostLines, readTable, writeLine } from './read-table';

const label = (vi: string) => ({ vi, en: `${vi} (en)` });
const definition: FormDefinition = {
  schemaVersion: 1,
  id: 'mortgage',
  version: 1,
  title: label('Thế chấp'),
  pages: [
    {
      id: 'page',
      title: label('Trang'),
      sections: [
        {
          id: 'contract',
          fields: [
            { id: 'contractNumber', type: 'text', maxLength: 50, label: label('Số hợp đồng') },
            { id: 'amount', type: 'money', label: label('Giá trị') },
            {
              id: 'objects',
              type: 'choice',
              label: label('Thế chấp'),
              options: [
                { value: 'land', label: label('Quyền sử dụng đất') },
                { value: 'both', label: label('Cả hai') },
              ],
            },
            { id: 'registry', type: 'unit', filter: 'branch', label: label('Chi nhánh') },
            { id: 'confirmed', type: 'confirmation', label: label('Cam đoan') },
            { id: 'count', type: 'integer', calculate: 'count(givers)', label: label('Số bên') },
          ],
        },
        {
          id: 'givers',
          repeat: { min: 1, max: 3, itemTitle: label('Bên') },
          fields: [
            { id: 'giverName', type: 'text', maxLength: 50, label: label('Tên') },
            { id: 'giverAddress', type: 'address', label: label('Địa chỉ') },
          ],
        },
      ],
    },
  ],
};
const compiled = compileForm(definition);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
const { form } = compiled;
const registry = { unitId: 'u-1' as never, name: 'Chi nhánh Đồng Sen', address: '', formerNames: [] };

describe('reading a table', () => {
  it.each([
    ['ma;so\n1;a\n', ['ma', 'so'], ['1', 'a']],
    ['ma,so\r\n1,"a, b"', ['ma', 'so'], ['1', 'a, b']],
    ['\uFEFFma\tso\n1\t"nói ""vâng"""', ['ma', 'so'], ['1', 'nói "vâng"']],
    ['ma;so\n1;"hai\ndòng"\n\n;;\n', ['ma', 'so'], ['1', 'hai\ndòng']],
  ])('takes what spreadsheets save: %j', (text, header, cells) => {
    const table = readTable(text);
    expect(table.ok && [table.header, table.lines.map((line) => line.cells)]).toEqual([header, [cells]]);
  });

  it('keeps the number of the line in the file and leaves remarks out', () => {
    const table = readTable('ma;so\n# mã;số\n1;a\n\n2;b');
    expect(table.ok && table.lines.map(({ number }) => number)).toEqual([3, 5]);
  });

  it('refuses what is no table, and says why', () => {
    const long = `ma\n${'x\n'.repeat(mostLines + 1)}`;
    const reasons = ['', 'ma;so\n', 'ma\n"mở', long].map(readTable).map((table) => !table.ok && table.reason);
    expect(reasons).toEqual(['empty', 'empty', 'quote-open', 'too-long']);
  });

  it('reads what it wrote', () => {
    const cells = ['a;b', 'nói "vâng"', 'hai\ndòng', 'thường'];
    const table = readTable(`${writeLine(['1', '2', '3', '4'])}\n${writeLine(cells)}`);
    expect(table.ok && table.lines[0]?.cells).toEqual(cells);
  });
});

describe('the answers of a line', () => {
  it('offers a column for everything that is typed, and none for what is calculated', () => {
    expect(columnsOf(form).map(({ name }) => name)).toEqual([
      'contractNumber',
      'amount',
      'objects',
      'registry',
      'confirmed',
      'givers.1.giverName',
      'givers.1.giverAddress',
    ]);
  });

  it('takes names and labels for values, and groups by number', () => {
    const header = [
      'ma',
      'amount',
      'objects',
      'registry',
      'confirmed',
      'givers.2.giverName',
      'givers.1.giverAddress',
    ];
    const cells = ['1', '1.500.000', 'quyền sử dụng đất', 'CHI NHANH DONG SEN', 'x', 'Lò Mẫu', 'Bản Mẫu'];
    expect(answersOfLine(form, header, cells, { branch: [registry] })).toEqual({
      amount: '1.500.000',
      objects: 'land',
      registry: 'u-1',
      confirmed: true,
      givers: [{ giverAddress: { text: 'Bản Mẫu' } }, { giverName: 'Lò Mẫu' }],
    });
  });

  it('leaves an unknown word as it is, so that the form complains about it', () => {
    expect(answersOfLine(form, ['objects', 'registry'], ['xe máy', 'Sở nào'], {})).toEqual({
      objects: 'xe máy',
      registry: 'Sở nào',
    });
  });

  it('names columns that no field answers to', () => {
    const header = [
      'ma',
      'amount',
      'soTien',
      'givers.9.giverName',
      'givers.x.giverName',
      '__proto__',
      'amount.1',
    ];
    expect(unknownColumns(form, header)).toEqual([
      'soTien',
      'givers.9.giverName',
      'givers.x.giverName',
      '__proto__',
      'amount.1',
    ]);
  });
});

describe('the lines of a batch', () => {
  const line = (key: string, state: BatchLine['state'], draftId: string | null = null): BatchLine => ({
    number: 2,
    key,
    answers: {},
    draftId: draftId as DraftId | null,
    state,
  });
  const filed = { kind: 'filed', transactionCode: 'T1', dossierId: 'd' } as const;

  it('find their own papers only', () => {
    const files = [
      '1_contract.pdf',
      '1_contract-2.pdf',
      '11_contract.pdf',
      '1_contract_trang 2.jpg',
      'ảnh.png',
    ];
    const found = filesFor(
      files.map((name) => ({ name })),
      '1',
      'contract',
    );
    expect(found.map(({ name }) => name)).toEqual(['1_contract.pdf', '1_contract_trang 2.jpg']);
  });

  it('that were filed are never tried again, also when the table is read again', () => {
    const before = [line('a', filed, 'x'), line('b', { kind: 'failed', message: '' }, 'y')];
    const after = mergeLines(before, [
      line('b', { kind: 'ready' }),
      line('a', { kind: 'ready' }),
      line('c', { kind: 'ready' }),
    ]);
    expect(after.map(({ key, draftId, state }) => [key, draftId, state.kind])).toEqual([
      ['b', 'y', 'ready'],
      ['a', 'x', 'filed'],
      ['c', null, 'ready'],
    ]);
    expect(openLines(after).map(({ key }) => key)).toEqual(['b', 'c']);
  });

  it('that are wrong wait for a corrected table', () => {
    expect(openLines([line('a', { kind: 'wrong', messages: [] }), line('b', { kind: 'working' })])).toEqual(
      [],
    );
  });
});

describe('what a line is known by', () => {
  const line = { key: 'HD01', answers: { contractNumber: '01', amount: 5 } };

  it('is the same when its columns stand in another order', async () => {
    const turned = { key: 'HD01', answers: { amount: 5, contractNumber: '01' } };
    expect(await digestOf(turned)).toBe(await digestOf(line));
    expect(await digestOf(line)).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('is another when its name or anything it says is another', async () => {
    const digests = await Promise.all([
      digestOf(line),
      digestOf({ ...line, key: 'HD02' }),
      digestOf({ ...line, answers: { ...line.answers, amount: 6 } }),
      digestOf({ ...line, answers: { contractNumber: '01' } }),
    ]);
    expect(new Set(digests).size).toBe(4);
  });
});
