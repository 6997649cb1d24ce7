import { describe, expect, it } from '@jest/globals';
import { emailText, noticeKinds, smsText } from './notice-texts';

const facts = {
  code: 'H99.01.02-261123-0007',
  link: 'https://dichvucong.example/ho-so/0199a000-0000-7000-8000-000000000001',
  hotline: '1900 0099',
};

describe.each(noticeKinds)('the notice %s', (kind) => {
  it('says which dossier and where to get help, in one breath', () => {
    const sms = smsText(kind, facts);
    expect(sms).toContain(facts.code);
    expect(sms).toContain(facts.hotline);
    expect(sms).not.toMatch(/[{}]/u);
    // Four parts of 67 characters: more than that, some phones show as separate messages.
    expect(sms.length).toBeLessThanOrEqual(268);
  });

  it('gives the e-mail in Vietnamese first and English below', () => {
    const { subject, text } = emailText(kind, facts);
    expect(subject).toContain(facts.code);
    expect(text.indexOf('Kính gửi')).toBeLessThan(text.indexOf('Help:'));
    expect(text).not.toMatch(/[{}]/u);
  });

  it('shows a code with replacement signs as it is', () => {
    expect(smsText(kind, { ...facts, code: '$&$1' })).toContain('$&$1');
  });
});
