import { describe, expect, it } from '@jest/globals';
import { baseCodeOf, readAudience, readNationalRecord, recordOf } from '../src/index';
import { readAmount, readFormUrl, readTimeLimit } from '../src/readings';
import { readCasesTogether } from '../src/read-cases';
import { aFee, aFile, aTime, bytesOf, utf8 } from './record.builder';

function read(content: unknown) {
  const result = readNationalRecord(bytesOf(content));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result;
}

describe('a sound file', () => {
  it('comes in as it is', () => {
    expect(read(aFile()).content).toEqual(aFile());
  });

  it('may begin with the mark of Windows editors, and lines are still counted right', () => {
    const marked = `\ufeff${JSON.stringify(aFile())}`;
    expect(readNationalRecord(utf8(marked))).toMatchObject({ ok: true, content: aFile() });
    const broken = readNationalRecord(utf8(marked.replace('"KENH":"1"', '"KENH":"8"')));
    expect(broken.ok ? null : broken.faults[0]).toMatchObject({
      line: 1,
      column: marked.indexOf('"KENH":"1"') + '"KENH":'.length + 1,
    });
  });

  it('may be written in decomposed Unicode; it is composed, and says so', () => {
    const { content, composedTexts } = read(JSON.stringify(aFile()).normalize('NFD'));
    expect(content).toEqual(aFile());
    expect(composedTexts).toBeGreaterThan(5);
  });

  it('may leave out a text, which then says nothing', () => {
    const { YEUCAU: _left, ...rest } = aFile();
    expect(recordOf(read(rest).content).requirements).toBe('');
  });

  it('may have empty lists and texts', () => {
    const file = { ...aFile(), LINHVUCTHUCHIEN: [], CACHTHUCTHUCHIEN: [], YEUCAU: '' };
    expect(recordOf(read(file).content)).toMatchObject({ fields: [], channels: [], requirements: '' });
  });

  it('keeps a name of more than a thousand characters and every line break', () => {
    const name = `${'Đăng ký biến động '.repeat(70)}\nđối với thửa đất`;
    expect(recordOf(read({ ...aFile(), TENTTHC: name }).content).name).toBe(name);
  });

  it('keeps every fee of a table of hundreds', () => {
    const fees = Array.from({ length: 400 }, (_row, index) => aFee(String(index), `Phí ${index}`));
    const file = { ...aFile(), CACHTHUCTHUCHIEN: [{ KENH: '1', THOIGIAN: [aTime('5', 'Ngày', fees)] }] };
    expect(recordOf(read(file).content).channels[0]?.times[0]?.fees.map((fee) => fee.amount)).toEqual(
      fees.map((_fee, index) => index),
    );
  });
});

describe('an amount', () => {
  it.each([
    ['0', 0],
    ['280000', 280_000],
    ['0012000', 12_000],
    ['', null],
    [' ', null],
    ['12.000', null],
    ['Từ 12.000 đồng', null],
    ['Theo quy định', null],
  ])('said as “%s” is read as %p', (said, amount) => {
    expect(readAmount(said)).toBe(amount);
  });
});

describe('a time limit', () => {
  it.each([
    ['03', 'Ngày', { from: 3, to: 3 }, 'day', 'unclear'],
    ['03', 'Ngày làm việc', { from: 3, to: 3 }, 'day', 'working'],
    ['17-20', 'Ngày', { from: 17, to: 20 }, 'day', 'unclear'],
    ['27 – 30', 'ngày lịch', { from: 27, to: 30 }, 'day', 'calendar'],
    ['4', 'Giờ làm việc', { from: 4, to: 4 }, 'hour', 'working'],
    ['8', 'Giờ', { from: 8, to: 8 }, 'hour', 'unclear'],
    ['2', 'Tháng', { from: 2, to: 2 }, 'month', 'calendar'],
    ['', 'Ngày làm việc', null, 'day', 'working'],
    ['trong ngày', 'Ngày', null, 'day', 'unclear'],
    ['1,5', 'Ngày', null, 'day', 'unclear'],
    ['5', '', { from: 5, to: 5 }, null, 'unclear'],
    ['5', 'Phiên họp', { from: 5, to: 5 }, null, 'unclear'],
  ])('of “%s” “%s”', (said, unit, amount, measure, meaning) => {
    expect(readTimeLimit(said, unit)).toEqual({ amount, measure, meaning });
  });
});

describe('a code', () => {
  it.each([
    ['1.012753.H19', '1.012753'],
    ['2.001218.000.00.00.H38', '2.001218'],
    ['1.011441', '1.011441'],
    ['DEMO-01', 'DEMO-01'],
    ['1.012753.X19', '1.012753.X19'],
  ])('%s belongs to the procedure %s', (code, base) => {
    expect(baseCodeOf(code)).toBe(base);
  });
});

describe('cases', () => {
  it.each([
    [[], 'single'],
    [[''], 'single'],
    [['Hồ sơ chung', 'Giấy tờ bổ sung tùy trường hợp'], 'additive'],
    [['Hồ sơ chung', 'Kèm theo đối với tổ chức', 'Nộp thêm khi ủy quyền'], 'additive'],
    [['Yêu cầu bằng phiếu', 'Tổ chức yêu cầu bằng văn bản'], 'unclear'],
    [['', ''], 'unclear'],
    [['Hồ sơ chung', 'Đối với tổ chức'], 'unclear'],
  ])('named %j go together as %s', (names, together) => {
    expect(readCasesTogether(names)).toBe(together);
  });
});

describe('who may apply', () => {
  it.each([
    [['Công dân Việt Nam', 'Người nước ngoài'], ['citizen']],
    [['Doanh nghiệp', 'Tổ chức nước ngoài'], ['organisation']],
    [
      ['Hộ gia đình', 'Hợp tác xã'],
      ['citizen', 'organisation'],
    ],
    [[], ['citizen', 'organisation']],
  ])('said as %j is found by %j', (said, audience) => {
    expect(readAudience(said)).toEqual(audience);
  });
});

describe('the address of a form', () => {
  it.each([
    ['https://bieu-mau.example.vn/01.docx', 'https://bieu-mau.example.vn/01.docx'],
    ['Mẫu số 01.docx', null],
    ['//example.vn/x', null],
    ['https://example.vn/" onclick="', null],
    ['', null],
  ])('“%s” is linked as %p', (said, url) => {
    expect(readFormUrl(said)).toBe(url);
  });
});
