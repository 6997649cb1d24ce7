import { describe, expect, it } from '@jest/globals';
import { problemCodes, problems, statusOf } from '@mocua/contract';
import { endpoints } from '@mocua/contract/schemas';
import { problemDocument } from '../src/http/problem.filter';
import { problem } from '../src/problem';

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? '').sort();
const vietnamese = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;

describe('the catalogue of problems', () => {
  it.each(problemCodes)('says what happened and what to do about %s in both languages', (code) => {
    const { vi, en, category } = problems[code];
    for (const text of [vi.title, vi.remedy, en.title, en.remedy]) {
      expect(text).toBe(text.trim().normalize('NFC'));
      expect(text).toMatch(/^\p{Lu}.*[.]$/u);
      expect(text.split(/\s+/u).length).toBeLessThanOrEqual(24);
      expect(text).not.toMatch(/\b(?:HTTP|API|JSON|token|null|undefined|error|exception)\b/u);
    }
    expect(vi.title).toMatch(vietnamese);
    expect(vi.remedy).toMatch(vietnamese);
    expect(`${en.title} ${en.remedy}`).not.toMatch(vietnamese);
    expect(placeholders(vi.title + vi.remedy)).toEqual(placeholders(en.title + en.remedy));
    expect(statusOf[category]).toBeGreaterThanOrEqual(400);
  });

  it('names a problem by a code of its area', () => {
    for (const code of problemCodes) expect(code).toMatch(/^[a-z]+\.[a-z]+(?:-[a-z]+)*$/u);
  });

  it('is used by the contract, and holds no code that no endpoint and no kernel part can answer with', () => {
    const declared = new Set(
      Object.values(endpoints).flatMap((endpoint) => [...endpoint.problems] as string[]),
    );
    const general = problemCodes.filter((code) =>
      /^(?:request|session|system|party|unit|calendar)\./u.test(code),
    );
    expect(problemCodes.filter((code) => !declared.has(code) && !general.includes(code))).toEqual([]);
  });
});

describe('a problem on the wire', () => {
  it('speaks the language of the reader and fills in what it knows', () => {
    const document = problemDocument(problem('attachment.too-large', { limitMb: 25 }), 'vi', 'c-1');
    expect(document).toMatchObject({
      type: 'urn:mocua:problem:attachment.too-large',
      status: 413,
      title: 'Ảnh hoặc tệp này nặng hơn 25 MB.',
      correlationId: 'c-1',
    });
    expect(problemDocument(problem('system.unexpected'), 'vi', 'c-2').detail).toContain('c-2');
    expect(problemDocument(problem('attachment.too-large'), 'en', 'c-3').title).not.toMatch(/[{}]/u);
  });
});
