import { describe, expect, it } from '@jest/globals';
import { problemCodes, problems } from './problems';

/** Words of machines and of officials that a person of seventy need not know. */
const hardWords = /máy chủ|phiên|độ phân giải|đường truyền|mã chống|thao tác|không hợp lệ|định danh đang/iu;
/** Codes that only officers and administrators meet; their trade has its own words. */
const ofOfficers =
  /^(?:task|calendar|unit|device|content|record|clock|kiosk|supplement\.(?:already|ground|unknown))/u;

describe.each(problemCodes)('the words of %s', (code) => {
  const { vi, en } = problems[code];

  it('say what is wrong and what to do now, in sentences', () => {
    for (const text of [vi.title, vi.remedy, en.title, en.remedy])
      expect(text).toMatch(/^[\p{Lu}“{].*[.!?]$/su);
    expect(vi.remedy).toMatch(/Hãy|Chỉ/u);
  });

  it('are short', () => {
    for (const sentence of [vi.title, vi.remedy].join(' ').split(/[.;!?]\s/u))
      expect(sentence.split(' ').length).toBeLessThanOrEqual(22);
  });

  it('are in the language they should be in', () => {
    expect(en.title + en.remedy).not.toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữự]/iu);
    expect(vi.title).not.toEqual(en.title);
  });

  if (!ofOfficers.test(code))
    it('hold no word of machines', () => {
      expect(`${vi.title} ${vi.remedy}`).not.toMatch(hardWords);
    });
});
