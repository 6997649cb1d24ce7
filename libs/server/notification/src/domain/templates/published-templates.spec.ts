import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  allowedPlaceholders,
  fill,
  noticeLanguages,
  noticeMedia,
  type NoticeTemplate,
  placeholdersOf,
  templateOn,
} from './notice-template';
import { noticeKinds } from './notice-words';
import { publishedHashes } from './published-hashes';
import { publishedTemplates } from './published-templates';
import { fitsOneMessage, unaccented } from './sms-length';

const today = '2026-11-23';
/** As long as each ever gets. */
const longest = {
  code: 'H99.01.02-261123-0007-01',
  link: 'https://dichvucong.example/ho-so/0199a000-0000-7000-8000-000000000001',
  portal: 'dichvucong.songngan.gov.vn',
  hotline: '1900 0099 99',
};
const inForce = publishedTemplates.filter(
  (each) => templateOn(publishedTemplates, each, today) === each || each.effectiveFrom > today,
);

function nameOf({ medium, kind, version }: NoticeTemplate): string {
  return `${medium}.${kind}@${version}`;
}

/** What a person reads on a locked screen must not be there. */
function problemsOf(template: NoticeTemplate): string[] {
  const found = placeholdersOf(`${template.subject ?? ''} ${template.text}`);
  const allowed: readonly string[] = allowedPlaceholders[template.medium];
  const strange = found.filter((name) => !allowed.includes(name)).map((name) => `{${name}}`);
  const long = template.medium === 'sms' && !fitsOneMessage(fill(template.text, longest)) ? ['too long'] : [];
  return [...strange, ...long];
}

describe('the templates of notices', () => {
  it.each(noticeMedia)('have words for every kind in both languages on %s', (medium) => {
    for (const kind of noticeKinds)
      for (const language of noticeLanguages) {
        const { text, subject } = templateOn(publishedTemplates, { kind, medium, language }, today);
        expect(text.length).toBeGreaterThan(0);
        expect(subject === null).toBe(medium === 'sms' || medium === 'zalo');
      }
  });

  it('mention nothing but what their channel may, and a text message is one message', () => {
    expect(inForce.flatMap((each) => problemsOf(each).map((problem) => [nameOf(each), problem]))).toEqual([]);
  });

  it.each(['fullName', 'procedure', 'reason', 'pin', 'link', 'amount', 'payBy'])(
    'refuse {%s} in a text message',
    (name) => {
      const sms = templateOn(publishedTemplates, { kind: 'done', medium: 'sms', language: 'vi' }, today);
      expect(problemsOf({ ...sms, text: `Ho so {code}: {${name}}` })).toEqual([`{${name}}`]);
    },
  );

  it('refuse a text message that two messages would be needed for', () => {
    const sms = templateOn(publishedTemplates, { kind: 'done', medium: 'sms', language: 'vi' }, today);
    expect(problemsOf({ ...sms, text: 'a'.repeat(161) })).toEqual(['too long']);
    expect(problemsOf({ ...sms, text: 'ă'.repeat(71) })).toEqual(['too long']);
    expect(problemsOf({ ...sms, text: 'ă'.repeat(70) })).toEqual([]);
  });

  it('name code and hotline wherever a person cannot press anything', () => {
    for (const { medium, text } of inForce.filter((each) => each.medium !== 'inbox')) {
      expect(placeholdersOf(text)).toContain('hotline');
      if (medium !== 'email') expect(placeholdersOf(text)).toContain('code');
    }
  });

  it('are never changed once they are published', () => {
    const now = new Map<string, string[]>();
    for (const each of publishedTemplates)
      now.set(nameOf(each), [
        ...(now.get(nameOf(each)) ?? []),
        JSON.stringify([each.language, each.effectiveFrom, each.source, each.subject, each.text]),
      ]);
    const hashes = Object.fromEntries(
      [...now].map(([name, rows]) => [
        name,
        createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 16),
      ]),
    );
    expect(hashes).toEqual(publishedHashes);
  });
});

describe('the version of a template', () => {
  const at = (date: string) =>
    templateOn(publishedTemplates, { kind: 'done', medium: 'sms', language: 'vi' }, date).version;

  it('is the one in force on the day', () => {
    expect([at('2026-10-31'), at('2026-11-01'), at('2030-01-01')]).toEqual([1, 2, 2]);
  });

  it('is the oldest before there was any, so that nobody is left without words', () => {
    expect(at('2020-01-01')).toBe(1);
  });
});

describe('Vietnamese without accents', () => {
  it('is of the alphabet of text messages', () => {
    expect(unaccented('Đã nhận đủ phần bổ sung – “ơ, ư”')).toBe('Da nhan du phan bo sung - “o, u”');
    for (const { text } of inForce.filter(({ medium }) => medium === 'sms'))
      expect(fill(text, longest)).toMatch(/^[\x20-\x7e]+$/u);
  });
});
