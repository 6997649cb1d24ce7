import { describe, expect, it } from '@jest/globals';
import { completeness, gapKinds, readNationalRecord, recordOf } from '../src/index';
import { aFee, aFile, aPaper, aTime, bytesOf } from './record.builder';

function gapsOf(change: Record<string, unknown>) {
  const result = readNationalRecord(bytesOf({ ...aFile(), ...change }));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return completeness(recordOf(result.content));
}

/** The same for every way of filing, so that only one thing is wrong. */
function everywhere(...times: unknown[]) {
  return { CACHTHUCTHUCHIEN: ['1', '2', '3'].map((KENH) => ({ KENH, THOIGIAN: times })) };
}

function oneFee(fee: unknown) {
  return everywhere(aTime('05', 'Ngày làm việc', [fee]));
}

function onePaper(change: Record<string, unknown>) {
  return { THANHPHANHOSO: [{ TRUONGHOP: '', GIAYTO: [{ ...aPaper('GT-01', 'Ảnh ghe'), ...change }] }] };
}

const good = aFee('20000', 'Lệ phí');

const incomplete: readonly (readonly [kind: string, change: Record<string, unknown>])[] = [
  ['publisher-missing', { MACOQUANCONGBO: '' }],
  ['status-missing', { TRANGTHAI: ' ' }],
  ['field-missing', { LINHVUCTHUCHIEN: [] }],
  ['field-code-missing', { LINHVUCTHUCHIEN: [{ MALINHVUC: '', TENLINHVUC: 'Đất đai' }] }],
  ['steps-missing', { TRINHTUTHUCHIEN: [] }],
  ['step-empty', { TRINHTUTHUCHIEN: [{ TRUONGHOP: '', TRINHTU: [{ TENTRINHTU: '' }] }] }],
  ['channels-missing', { CACHTHUCTHUCHIEN: [] }],
  ['channel-absent', { CACHTHUCTHUCHIEN: [{ KENH: '1', THOIGIAN: [aTime('5', 'Ngày làm việc', [good])] }] }],
  ['time-limit-missing', everywhere()],
  ['time-empty', everywhere(aTime('', 'Ngày làm việc', [good]))],
  ['time-in-words', everywhere(aTime('Trong ngày', 'Ngày làm việc', [good]))],
  ['time-range', everywhere(aTime('17-20', 'Ngày làm việc', [good]))],
  ['time-unit-missing', everywhere(aTime('5', '', [good]))],
  ['day-unclear', everywhere(aTime('5', 'Ngày', [good]))],
  [
    'several-times',
    everywhere(aTime('5', 'Ngày làm việc', [good], 'xã'), aTime('9', 'Ngày làm việc', [good], 'tỉnh')),
  ],
  ['fees-missing', everywhere(aTime('5', 'Ngày làm việc', []))],
  ['fee-code-missing', oneFee(aFee('0', 'Lệ phí', 'Đồng', ''))],
  ['fee-empty', oneFee(aFee('', 'Lệ phí'))],
  ['fee-in-words', oneFee(aFee('12.000', 'Lệ phí'))],
  ['fee-frame', oneFee(aFee('12000', 'Lệ phí; mức thấp nhất của khung từ 12.000 đến 60.000 đồng'))],
  ['fee-unit-missing', oneFee(aFee('12000', 'Lệ phí', ''))],
  ['fee-unnamed', oneFee(aFee('12000', ''))],
  ['fee-repeated', everywhere(aTime('5', 'Ngày làm việc', [good, good]))],
  ['components-missing', { THANHPHANHOSO: [] }],
  ['component-code-missing', onePaper({ MAGIAYTO: '' })],
  ['component-unnamed', onePaper({ TENGIAYTO: '' })],
  ['copies-missing', onePaper({ SOBANCHINH: '', SOBANSAO: '' })],
  ['copies-in-words', onePaper({ SOBANSAO: 'nhiều' })],
  ['form-name-missing', onePaper({ TENGIAYTO: 'Đơn đề nghị' })],
  ['form-file-missing', onePaper({ TENMAUDON: 'Mẫu 18' })],
  ['form-not-link', onePaper({ TENMAUDON: 'Mẫu 18', URL: 'mau-18.docx' })],
  ['component-condition', onePaper({ TENGIAYTO: 'Văn bản ủy quyền (nếu nộp thay)' })],
  ['component-alternatives', onePaper({ TENGIAYTO: 'Bản đồ hoặc sơ đồ' })],
  [
    'cases-unclear',
    {
      THANHPHANHOSO: ['A', 'B'].map((TRUONGHOP) => ({ TRUONGHOP, GIAYTO: [aPaper('GT-01', 'Ảnh ghe')] })),
    },
  ],
  ['audiences-missing', { DOITUONGTHUCHIEN: [] }],
  ['results-missing', { KETQUATHUCHIEN: [] }],
  ['result-code-missing', { KETQUATHUCHIEN: [{ MAKETQUA: '', TENKETQUA: 'Giấy' }] }],
  ['law-missing', { CANCUPHAPLY: [] }],
  ['law-number-missing', { CANCUPHAPLY: [{ SOVANBAN: '', TENVANBAN: 'Luật Đất đai' }] }],
  ['agencies-missing', { COQUANTHUCHIEN: [] }],
  ['agency-code-missing', { COQUANTHUCHIEN: [{ MADONVI: '', TENDONVI: 'Xã' }] }],
  ['requirements-empty', { YEUCAU: '' }],
  ['old-unit', { COQUANTHUCHIEN: [{ MADONVI: 'X', TENDONVI: 'Bộ phận Một cửa cấp huyện' }] }],
];

describe('completeness', () => {
  it('has nothing to say about a complete record', () => {
    expect(gapsOf({})).toEqual([]);
  });

  it.each(incomplete)('lists %s, and that alone', (kind, change) => {
    expect(gapsOf(change).map((gap) => gap.kind)).toEqual([kind]);
  });

  it('lists a case without a name', () => {
    const cases = ['Hồ sơ chung', ''].map((TRUONGHOP) => ({ TRUONGHOP, GIAYTO: [aPaper('', 'Ảnh')] }));
    expect(gapsOf({ THANHPHANHOSO: cases }).map((gap) => gap.kind)).toContain('case-unnamed');
  });

  it('lists a fee that one way of filing lacks, but not a waiver', () => {
    const fees = ['Phí A', 'Phí B', 'Phí C'].map((note) => aFee('1000', note));
    const waiver = aFee('0', 'Lệ phí; nộp trực tuyến được miễn');
    const channel = (KENH: string, ...rows: unknown[]) => ({
      KENH,
      THOIGIAN: [aTime('5', 'Ngày làm việc', rows)],
    });
    const gaps = gapsOf({
      CACHTHUCTHUCHIEN: [
        channel('1', ...fees),
        channel('2', ...fees, aFee('1000', 'Phí D'), waiver),
        channel('3', ...fees),
      ],
    });
    expect(gaps.map(({ kind, places }) => [kind, places.map((place) => place.vi)])).toEqual([
      ['fee-only-here', ['Nộp trực tuyến › mức phí 4 “Phí D”']],
    ]);
  });

  it('names every place of one kind, in words of the page', () => {
    const [gap] = gapsOf(everywhere(aTime('5', 'Ngày', [good], 'Vùng khó khăn')));
    expect(gap?.places).toEqual([
      { vi: 'Nộp trực tiếp › thời hạn 1 “Vùng khó khăn”', en: 'In person › time limit 1 “Vùng khó khăn”' },
      { vi: 'Nộp trực tuyến › thời hạn 1 “Vùng khó khăn”', en: 'Online › time limit 1 “Vùng khó khăn”' },
      { vi: 'Nộp qua bưu chính › thời hạn 1 “Vùng khó khăn”', en: 'By post › time limit 1 “Vùng khó khăn”' },
    ]);
  });

  it('is tested for every kind there is', () => {
    const tested = [...incomplete.map(([kind]) => kind), 'case-unnamed', 'fee-only-here'];
    expect(tested.sort()).toEqual([...gapKinds].sort());
  });
});
