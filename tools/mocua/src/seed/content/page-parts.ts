import type { ContentBlock, ContentFields, ContentKind, ContentText, ContentTopic } from '@mocua/contract';

export interface DemoPage {
  readonly kind: ContentKind;
  readonly slug: string;
  readonly fields: ContentFields;
}

export const p = (text: string): ContentBlock => ({ kind: 'paragraph', text });
export const h = (text: string): ContentBlock => ({ kind: 'heading', text });
export const dots = (...items: string[]): ContentBlock => ({ kind: 'list', ordered: false, items });
export const steps = (...items: string[]): ContentBlock => ({ kind: 'list', ordered: true, items });
export const to = (href: string, text: string): ContentBlock => ({ kind: 'link', text, href });

export function text(title: string, summary: string, ...body: ContentBlock[]): ContentText {
  return { title, summary, body };
}

export function page(
  kind: ContentKind,
  slug: string,
  vi: ContentText,
  en: ContentText | null,
  rest: Partial<Pick<ContentFields, 'topic' | 'validFrom' | 'validTo'>> = {},
): DemoPage {
  return { kind, slug, fields: { vi, en, topic: null, validFrom: '2026-01-01', validTo: null, ...rest } };
}

/** A question and its answer in both languages. */
export function question(
  topic: ContentTopic,
  slug: string,
  vi: readonly [question: string, ...answer: (string | ContentBlock)[]],
  en: readonly [question: string, ...answer: (string | ContentBlock)[]],
): DemoPage {
  const write = ([title, ...answer]: typeof vi): ContentText =>
    text(title, '', ...answer.map((part) => (typeof part === 'string' ? p(part) : part)));
  return page('faq', slug, write(vi), write(en), { topic });
}
