import { describe, expect, it } from '@jest/globals';
import { difference, readNationalRecord, recordOf } from '../src/index';
import { aFee, aFile, aPaper, aTime, bytesOf } from './record.builder';

function recordWith(change: Record<string, unknown> = {}) {
  const result = readNationalRecord(bytesOf({ ...aFile(), ...change }));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return recordOf(result.content);
}

function lines(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return difference(recordWith(before), recordWith(after)).map(({ line }) => line.vi);
}

function fees(...rows: unknown[]) {
  return { CACHTHUCTHUCHIEN: [{ KENH: '1', THOIGIAN: [aTime('05', 'Ngày', rows)] }] };
}

function papers(...names: readonly (readonly [code: string, name: string])[]) {
  return { THANHPHANHOSO: [{ TRUONGHOP: '', GIAYTO: names.map(([code, name]) => aPaper(code, name)) }] };
}

describe('the difference between two records', () => {
  it('is nothing when both say the same', () => {
    expect(lines({}, {})).toEqual([]);
  });

  it('tells an amount that changed, with its fee', () => {
    expect(lines(fees(aFee('20000', 'Lệ phí cấp giấy')), fees(aFee('25000', 'Lệ phí cấp giấy')))).toEqual([
      'Nộp trực tiếp › thời hạn 1 “05 Ngày” › mức phí 1 “Lệ phí cấp giấy 25000 Đồng”: số tiền đổi từ “20000” thành “25000”',
    ]);
  });

  it('tells an empty amount from zero', () => {
    const [change] = difference(recordWith(fees(aFee('', 'Phí'))), recordWith(fees(aFee('0', 'Phí'))));
    expect(change).toMatchObject({ kind: 'changed', before: '', after: '0' });
    expect(change?.line.vi).toContain('đổi từ (để trống) thành “0”');
  });

  it('finds the same fee among many, wherever it stands now', () => {
    const one = Array.from({ length: 150 }, (_row, index) => aFee(String(1000 + index), `Phí loại ${index}`));
    const other = one.map((fee, index) => (index === 77 ? aFee('9', 'Phí loại 77') : fee));
    expect(difference(recordWith(fees(...one)), recordWith(fees(...other)))).toHaveLength(1);
  });

  it('tells a paper that came and one that went', () => {
    expect(lines(papers(['A', 'Đơn']), papers(['A', 'Đơn'], ['B', 'Ảnh chân dung']))).toEqual([
      'trường hợp 1: Thêm giấy tờ “Ảnh chân dung”',
    ]);
    expect(lines(papers(['', 'Đơn'], ['', 'Ảnh']), papers(['', 'Đơn']))).toEqual([
      'trường hợp 1: Bỏ giấy tờ “Ảnh”',
    ]);
  });

  it('knows a renamed paper by its code, or by most of its words', () => {
    const byCode = difference(recordWith(papers(['A', 'Tờ khai'])), recordWith(papers(['A', 'Đơn xin'])));
    expect(byCode.map(({ kind, subject }) => [kind, subject.vi])).toEqual([['changed', 'tên']]);
    const byWords = difference(
      recordWith(papers(['', 'Bản sao giấy chứng nhận đăng ký ghe'])),
      recordWith(papers(['', 'Bản chính giấy chứng nhận đăng ký ghe'])),
    );
    expect(byWords.map(({ kind }) => kind)).toEqual(['changed']);
  });

  it('tells papers that only changed places', () => {
    expect(lines(papers(['A', 'Đơn'], ['B', 'Ảnh']), papers(['B', 'Ảnh'], ['A', 'Đơn']))).toEqual([
      'trường hợp 1: Đổi thứ tự giấy tờ',
    ]);
  });

  it('tells a time limit that changed, and one that split in two', () => {
    const time = (...times: unknown[]) => ({ CACHTHUCTHUCHIEN: [{ KENH: '1', THOIGIAN: times }] });
    expect(lines(time(aTime('05', 'Ngày', [])), time(aTime('05', 'Ngày làm việc', [])))).toEqual([
      'Nộp trực tiếp › thời hạn 1 “05 Ngày làm việc”: đơn vị tính đổi từ “Ngày” thành “Ngày làm việc”',
    ]);
    const split = lines(
      time(aTime('05', 'Ngày', [], 'Đồng bằng')),
      time(aTime('05', 'Ngày', [], 'Đồng bằng'), aTime('15', 'Ngày', [], 'Hải đảo')),
    );
    expect(split).toEqual(['Nộp trực tiếp: Thêm thời hạn “15 Ngày Hải đảo”']);
  });

  it('tells a way of filing that opened or closed', () => {
    const only = (...codes: string[]) => ({
      CACHTHUCTHUCHIEN: codes.map((KENH) => ({ KENH, THOIGIAN: [] })),
    });
    expect(lines(only('1', '3'), only('1', '2'))).toEqual([
      'Thêm cách nộp “Nộp trực tuyến”',
      'Bỏ cách nộp “Nộp qua bưu chính”',
    ]);
    expect(lines(only('1', '2'), only('2', '1'))).toEqual(['Đổi thứ tự cách nộp']);
  });

  it('tells the number of a law that was added', () => {
    const law = (SOVANBAN: string) => ({ CANCUPHAPLY: [{ SOVANBAN, TENVANBAN: 'Luật Đất đai 2024' }] });
    expect(lines(law(''), law('31/2024/QH15'))).toEqual([
      'căn cứ pháp lý 1 “31/2024/QH15 Luật Đất đai 2024”: số, ký hiệu đổi từ (để trống) thành “31/2024/QH15”',
    ]);
  });

  it('tells steps and texts of the head', () => {
    expect(lines({ TENTTHC: 'Cũ', YEUCAU: '' }, { TENTTHC: 'Mới', YEUCAU: 'Có ghe' })).toEqual([
      'Thủ tục: tên đổi từ “Cũ” thành “Mới”',
      'Thủ tục: yêu cầu, điều kiện đổi từ (để trống) thành “Có ghe”',
    ]);
    const steps = (...names: string[]) => ({
      TRINHTUTHUCHIEN: [{ TRUONGHOP: '', TRINHTU: names.map((TENTRINHTU) => ({ TENTRINHTU })) }],
    });
    expect(lines(steps('Nộp', 'Nhận'), steps('Nộp', 'Kiểm tra ghe', 'Nhận'))).toEqual([
      'trình tự 1: Thêm bước “Kiểm tra ghe”',
    ]);
  });

  it('stays quick when two big lists share nothing', () => {
    const one = fees(...Array.from({ length: 3000 }, (_row, index) => aFee('1', `cũ ${index}`, 'Đồng', '')));
    const other = fees(
      ...Array.from({ length: 3000 }, (_row, index) => aFee('2', `mới ${index}`, 'Đồng', '')),
    );
    expect(difference(recordWith(one), recordWith(other))).toHaveLength(6000);
  });
});
