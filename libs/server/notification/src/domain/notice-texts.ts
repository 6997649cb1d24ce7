import type { LocalizedText, NoticeKind } from '@mocua/contract';
import { dongText } from '@mocua/engine/fees';
import type { NoticeMoney } from './notice';
import {
  fill,
  type NoticeLanguage,
  type NoticeMedium,
  referenceOf,
  type TemplateFacts,
  templateOn,
} from './templates/notice-template';
import { publishedTemplates } from './templates/published-templates';

/** A notice in words, with the version of the template it was made from. */
export interface WrittenNotice {
  readonly template: string;
  readonly text: string;
}

/** Which words: those of the day (`YYYY-MM-DD`) on which they are sent. */
export interface NoticeToWrite {
  readonly kind: NoticeKind;
  readonly language: NoticeLanguage;
  readonly date: string;
}

/** The notice as the inbox shows it: in the words of the day on which it happened. */
export function portalText(
  kind: NoticeKind,
  code: string,
  date: string,
  money: NoticeMoney | null = null,
): { title: LocalizedText; next: LocalizedText } {
  const facts = (language: NoticeLanguage): TemplateFacts => ({
    ...{ code, link: '', portal: '', hotline: '' },
    ...(money ? { amount: dongText(money.amount)[language] } : {}),
    ...(money?.payBy ? { payBy: money.payBy.split('-').reverse().join('/') } : {}),
  });
  const inLanguage = (language: NoticeLanguage) => templateOf('inbox', { kind, language, date });
  const [vi, en] = [inLanguage('vi'), inLanguage('en')];
  return {
    title: { vi: fill(vi.subject ?? '', facts('vi')), en: fill(en.subject ?? '', facts('en')) },
    next: { vi: fill(vi.text, facts('vi')), en: fill(en.text, facts('en')) },
  };
}

/** A short message, in the language of the person. */
export function shortText(
  medium: 'sms' | 'zalo',
  notice: NoticeToWrite,
  facts: TemplateFacts,
): WrittenNotice {
  const template = templateOf(medium, notice);
  return { template: referenceOf(template), text: fill(template.text, facts) };
}

/** E-mail: Vietnamese first, English below, whatever language the person reads. */
export function emailText(
  { kind, date }: Pick<NoticeToWrite, 'kind' | 'date'>,
  facts: TemplateFacts,
): WrittenNotice & { readonly subject: string } {
  const vi = templateOf('email', { kind, language: 'vi', date });
  const en = templateOf('email', { kind, language: 'en', date });
  return {
    template: referenceOf(vi),
    subject: fill(vi.subject ?? '', facts),
    text: `${fill(vi.text, facts)}\n\n—\n${fill(en.text, facts)}`,
  };
}

function templateOf(medium: NoticeMedium, { kind, language, date }: NoticeToWrite) {
  return templateOn(publishedTemplates, { kind, medium, language }, date);
}
