import { describe, expect, it } from '@jest/globals';
import { emailText, portalText, shortText } from './notice-texts';
import { noticeKinds } from './templates/notice-words';

const facts = {
  code: 'H99.01.02-261123-0007',
  link: 'https://dichvucong.example/ho-so/0199a000-0000-7000-8000-000000000001',
  portal: 'dichvucong.example',
  hotline: '1900 0099',
};
const date = '2026-11-23';

describe.each(noticeKinds)('the notice %s', (kind) => {
  it.each(['sms', 'zalo'] as const)('says which dossier and where to get help on %s', (medium) => {
    const { text, template } = shortText(medium, { kind, language: 'vi', date }, facts);
    expect(text).toContain(facts.code);
    expect(text).toContain(facts.hotline);
    expect(text).not.toMatch(/[{}]|https?:/u);
    expect(template).toMatch(new RegExp(`^${medium}\\.${kind}\\.vi@\\d+$`, 'u'));
  });

  it('gives the e-mail in Vietnamese first and English below', () => {
    const { subject, text } = emailText({ kind, date }, facts);
    expect(subject).toContain(facts.code);
    expect(text.indexOf('Kính gửi')).toBeLessThan(text.indexOf('Help:'));
    expect(text).not.toMatch(/[{}]/u);
  });

  it('shows a code with replacement signs as it is', () => {
    expect(shortText('sms', { kind, language: 'en', date }, { ...facts, code: '$&{link}' }).text).toContain(
      '$&{link}',
    );
  });
});

it('keeps an old message in the words of its day', () => {
  expect(portalText('done', 'H99-1', '2026-01-05')).toEqual({
    title: { vi: 'Hồ sơ H99-1 đã có kết quả.', en: 'Dossier H99-1 has a result.' },
    next: { vi: 'Xem cách nhận kết quả ở trang hồ sơ.', en: 'See on its page how to get it.' },
  });
});
