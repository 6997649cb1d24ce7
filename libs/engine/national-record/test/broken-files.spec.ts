import { describe, expect, it } from '@jest/globals';
import { type FaultCode, faultCodes, faultLine, readNationalRecord } from '../src/index';
import { aFee, aFile, aPaper, aTime, bytesOf, utf8 } from './record.builder';

interface BrokenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: FaultCode;
  readonly path: string;
  /** 1 is the first line. */
  readonly line: number;
}

const sound = JSON.stringify(aFile(), null, 2);

/** Line of a piece of text in the sound file, or in a changed one. */
function lineOf(piece: string, text: string): number {
  return text.slice(0, text.indexOf(piece)).split('\n').length;
}

/** The sound file with one piece of its text replaced; the fault stands where the piece stood. */
function edited(name: string, code: FaultCode, path: string, piece: string, by: string): BrokenFile {
  const text = sound.replace(piece, by);
  if (text === sound) throw new Error(`${piece} is not in the file`);
  return { name, code, path, bytes: bytesOf(text), line: lineOf(piece, sound) };
}

function whole(name: string, code: FaultCode, content: unknown, line = 1): BrokenFile {
  return {
    name,
    code,
    path: '$',
    bytes: typeof content === 'string' ? utf8(content) : bytesOf(content),
    line,
  };
}

/** The sound file with one value replaced; the fault stands at the marked piece of the new text. */
function changed(
  name: string,
  code: FaultCode,
  path: string,
  mark: string,
  change: (file: ReturnType<typeof aFile>) => void,
): BrokenFile {
  const file = aFile();
  change(file);
  const text = JSON.stringify(file, null, 2);
  return { name, code, path, bytes: bytesOf(text), line: lineOf(mark, text) };
}

const firstFee = '$.CACHTHUCTHUCHIEN[0].THOIGIAN[0].PHILEPHI[0]';

function withFee(name: string, code: FaultCode, amount: string): BrokenFile {
  return changed(name, code, `${firstFee}.SOTIEN`, `"SOTIEN": "${amount}"`, (file) => {
    file.CACHTHUCTHUCHIEN = [{ KENH: '1', THOIGIAN: [aTime('05', 'Ngày', [aFee(amount, 'Phí')])] }];
  });
}

function withTime(name: string, code: FaultCode, said: string): BrokenFile {
  const path = '$.CACHTHUCTHUCHIEN[0].THOIGIAN[0].THOIGIANGIAIQUYET';
  return changed(name, code, path, `"THOIGIANGIAIQUYET": "${said}"`, (file) => {
    file.CACHTHUCTHUCHIEN = [{ KENH: '1', THOIGIAN: [aTime(said, 'Ngày', [])] }];
  });
}

function paper(name: string, code: FaultCode, field: string, said: string): BrokenFile {
  return changed(name, code, `$.THANHPHANHOSO[0].GIAYTO[0].${field}`, `"${field}": "${said}"`, (file) => {
    file.THANHPHANHOSO = [{ TRUONGHOP: '', GIAYTO: [{ ...aPaper('', 'Đơn'), [field]: said }] }];
  });
}

const cutInText = sound.slice(0, sound.indexOf('hội đua ghe'));
const cutBetween = sound.slice(0, sound.indexOf('"YEUCAU"'));
const latin = Uint8Array.from([...utf8(sound.split('\n').slice(0, 2).join('\n')), 0xe0, 0x20, 0x22]);

const broken: readonly BrokenFile[] = [
  { ...whole('an old Vietnamese encoding', 'not-utf8', ''), bytes: latin, line: 2 },
  { ...whole('an overlong form', 'not-utf8', ''), bytes: Uint8Array.from([0x7b, 0xc0, 0xaf]) },
  { ...whole('UTF-16', 'utf16', ''), bytes: Uint8Array.from([0xff, 0xfe, 0x7b, 0x00]) },
  whole('an empty file', 'empty-file', ''),
  whole('blanks alone', 'empty-file', ' \n\t\n'),
  whole('a web page', 'web-page', '<!doctype html>\n<html><body>Đăng nhập</body></html>'),
  whole('a page that is far too big', 'too-big', ' '.repeat(2 * 1024 * 1024 + 1)),
  { ...whole('a nesting bomb', 'too-deep', `{"YEUCAU":${'['.repeat(50_000)}`) },
  whole('a crowd of values', 'too-many', `[${'0,'.repeat(100_001)}0]`),
  whole('a list of procedures', 'list-of-records', [aFile()]),
  whole('the whole answer of the service', 'wrapped-reply', { error_code: '0', result: [aFile()] }),
  whole('a bare text', 'wrong-type', '"1.012753"'),
  whole('a file cut off in a text', 'cut-off', cutInText, cutInText.split('\n').length),
  whole('a file cut off between fields', 'cut-off', cutBetween, cutBetween.split('\n').length),
  edited('a comment', 'syntax', '$', '{\n', '{ // thủ tục\n'),
  edited(
    'a missing comma',
    'syntax',
    '$.TENTTHC',
    '"TENTTHC": "Đăng ký tham gia hội đua ghe",',
    '"TENTTHC": "Đua ghe"',
  ),
  edited('single quotes', 'syntax', '$.TRANGTHAI', '"Còn hiệu lực"', "'Còn hiệu lực'"),
  edited('a bare line break in a text', 'syntax', '$.TRANGTHAI', 'Còn hiệu lực', 'Còn\nhiệu lực'),
  whole('two files in one', 'syntax', `${sound}\n${sound}`, sound.split('\n').length + 1),
  edited(
    'the same field twice',
    'repeated-field',
    '$.TRANGTHAI',
    '"TRANGTHAI": "Còn',
    '"TRANGTHAI": "", "TRANGTHAI": "Còn',
  ),
  edited(
    'a prototype key',
    'forbidden-field',
    '$.__proto__',
    '"TRANGTHAI":',
    '"__proto__": {}, "TRANGTHAI":',
  ),
  edited(
    'a constructor key inside',
    'forbidden-field',
    '$.LINHVUCTHUCHIEN[0].constructor',
    '"MALINHVUC":',
    '"constructor":',
  ),
  edited('a field nobody knows', 'unknown-field', '$.GHICHU', '"YEUCAU":', '"GHICHU": "mật", "YEUCAU":'),
  edited('a field in small letters', 'unknown-field', '$.yeucau', '"YEUCAU":', '"yeucau":'),
  changed('no name', 'missing-field', '$', '{', (file) => delete file['TENTTHC']),
  changed(
    'no list of papers',
    'missing-field',
    '$',
    '{',
    (file) => delete (file as Record<string, unknown>)['THANHPHANHOSO'],
  ),
  edited(
    'a channel without times',
    'missing-field',
    '$.CACHTHUCTHUCHIEN[0]',
    '{\n      "KENH": "1",\n      "THOIGIAN": [',
    '{\n      "KENH": "1",\n      "thoigian": [',
  ),
  edited(
    'a text where a list belongs',
    'wrong-type',
    '$.DOITUONGTHUCHIEN',
    '"DOITUONGTHUCHIEN": [\n    {\n      "TENDOITUONG": "Công dân Việt Nam"\n    }\n  ]',
    '"DOITUONGTHUCHIEN": "Công dân"',
  ),
  edited(
    'a text where an object belongs',
    'wrong-type',
    '$.DOITUONGTHUCHIEN[0]',
    '{\n      "TENDOITUONG": "Công dân Việt Nam"\n    }',
    '"Công dân"',
  ),
  edited(
    'an object where a list belongs',
    'wrong-type',
    '$.KETQUATHUCHIEN',
    '"KETQUATHUCHIEN": [\n    {\n      "MAKETQUA": "KQ-01",\n      "TENKETQUA": "Giấy đăng ký"\n    }\n  ]',
    '"KETQUATHUCHIEN": { "MAKETQUA": "KQ-01" }',
  ),
  edited(
    'a number where a text belongs',
    'wrong-type',
    '$.CACHTHUCTHUCHIEN[0].KENH',
    '"KENH": "1"',
    '"KENH": 1',
  ),
  edited('null where a text belongs', 'wrong-type', '$.TRANGTHAI', '"Còn hiệu lực"', 'null'),
  edited('true where a text belongs', 'wrong-type', '$.YEUCAU', '"Không"', 'true'),
  edited('an empty code', 'code-missing', '$.MATTHC', '"9.990009.H99"', '""'),
  edited('a code of another form', 'code-pattern', '$.MATTHC', '"9.990009.H99"', '"TTHC-9"'),
  edited('a code with a blank behind it', 'code-pattern', '$.MATTHC', '"9.990009.H99"', '"9.990009 "'),
  edited('a name of blanks', 'name-missing', '$.TENTTHC', '"Đăng ký tham gia hội đua ghe"', '" \\u00a0 "'),
  edited(
    'a channel nobody knows',
    'channel-unknown',
    '$.CACHTHUCTHUCHIEN[0].KENH',
    '"KENH": "1"',
    '"KENH": "4"',
  ),
  edited('a channel twice', 'channel-repeated', '$.CACHTHUCTHUCHIEN[1].KENH', '"KENH": "2"', '"KENH": "1"'),
  withFee('a negative amount', 'amount-negative', '-20000'),
  withFee('a decimal amount', 'amount-decimal', '20000.5'),
  withFee('a decimal amount with a comma', 'amount-decimal', '0,5'),
  withFee('a huge amount', 'amount-huge', '9999999999999999999999'),
  withFee('a huge amount with dots', 'amount-huge', '9.999.999.999.999'),
  withFee('an amount as machines write it', 'amount-odd', '2e4'),
  withFee('an amount in another base', 'amount-odd', '0x10'),
  withTime('a negative time', 'time-negative', '-3'),
  withTime('a range the wrong way round', 'time-reversed', '20-17'),
  paper('a negative count', 'count-invalid', 'SOBANCHINH', '-1'),
  paper('half a copy', 'count-invalid', 'SOBANSAO', '1.5'),
  paper('a script as address', 'form-address', 'URL', 'javascript:alert(1)'),
  paper('a code with a blank', 'short-code-pattern', 'MAGIAYTO', 'GT 01'),
  edited(
    'a component code twice',
    'component-code-repeated',
    '$.THANHPHANHOSO[0].GIAYTO[1].MAGIAYTO',
    '"GT-02"',
    '"GT-01"',
  ),
  edited('a bell', 'control-character', '$.TRANGTHAI', 'Còn hiệu lực', 'Còn\\u0007hiệu lực'),
  edited('half a character', 'broken-character', '$.TRANGTHAI', 'Còn hiệu lực', 'Còn \\ud83d lực'),
  edited(
    'a text that was damaged before',
    'broken-character',
    '$.TRANGTHAI',
    'Còn hiệu lực',
    'C\\ufffdn hiệu lực',
  ),
  edited('a mark that turns the text round', 'direction-character', '$.TRANGTHAI', 'Còn', '\\u202eCòn'),
  edited('an endless text', 'text-too-long', '$.YEUCAU', '"Không"', `"${'a'.repeat(20_001)}"`),
];

describe('a broken file', () => {
  it.each(broken)('is refused with line and reason: $name', ({ bytes, code, path, line }) => {
    const result = readNationalRecord(bytes);
    const fault = result.ok ? null : result.faults.find((one) => one.code === code);
    expect(result.ok ? 'read' : result.faults.map((one) => one.code)).toContain(code);
    expect(fault).toMatchObject({ path, line });
    expect(fault?.message.vi).toMatch(/\p{L}{2}.*[.]$/u);
    expect(fault?.message.en).toMatch(/[.]$/u);
  });

  it('can be broken in every way the reader knows', () => {
    expect([...new Set(broken.map(({ code }) => code))].sort()).toEqual([...faultCodes].sort());
  });

  it('leaves nothing that could be imported by half', () => {
    expect(broken.map(({ bytes }) => Object.keys(readNationalRecord(bytes)))).toEqual(
      broken.map(() => ['ok', 'faults']),
    );
  });

  it('names every fault at once, in the order of the file', () => {
    const file = aFile();
    file.CACHTHUCTHUCHIEN = ['4', '5', '1'].map((KENH) => ({
      KENH,
      THOIGIAN: [aTime('-1', '', [aFee('-1', '')])],
    }));
    const result = readNationalRecord(bytesOf(file));
    expect(result.ok ? [] : result.faults.map(({ code }) => code)).toEqual([
      ...['channel-unknown', 'time-negative', 'amount-negative'],
      ...['channel-unknown', 'time-negative', 'amount-negative'],
      ...['time-negative', 'amount-negative'],
    ]);
  });

  it('does not drown the reader in faults', () => {
    const file = aFile();
    file.CACHTHUCTHUCHIEN = Array.from({ length: 5000 }, () => ({ KENH: '7', THOIGIAN: [] }));
    const result = readNationalRecord(bytesOf(file));
    expect(result.ok ? 0 : result.faults.length).toBe(50);
  });

  it('is described in one line for a terminal', () => {
    const result = readNationalRecord(bytesOf(sound.replace('"KENH": "1"', '"KENH": "9"')));
    expect(result.ok ? '' : faultLine(result.faults[0]!, 'vi')).toMatch(
      /^dòng \d+, cột \d+, \$\.CACHTHUCTHUCHIEN\[0\]\.KENH: Kênh “9” không có\./u,
    );
  });
});
