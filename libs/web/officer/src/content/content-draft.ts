import type { ContentBlock, ContentFields, ContentText, ContentTopic, FieldProblem } from '@mocua/contract';
import { foldedWords } from '@mocua/engine/vietnamese';
import type { SummaryError } from '@mocua/web/ui';

export const blockKinds = ['paragraph', 'heading', 'bullets', 'numbers', 'link', 'table'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** A block as an editor types it: lines of a list are items, lines of a table are rows with `|` between the cells. */
export interface BlockDraft {
  readonly kind: BlockKind;
  readonly text: string;
  /** Address of a link. */
  readonly href: string;
}
export interface TextDraft {
  readonly title: string;
  readonly summary: string;
  readonly blocks: readonly BlockDraft[];
}
export interface PageDraft {
  readonly vi: TextDraft;
  /** Null while there is no English text. */
  readonly en: TextDraft | null;
  readonly topic: ContentTopic | null;
  /** As typed: `25/4/2026`. */
  readonly validFrom: string;
  /** As typed; empty: without an end. */
  readonly validTo: string;
}

export const emptyBlock: BlockDraft = { kind: 'paragraph', text: '', href: '' };
export const emptyText: TextDraft = { title: '', summary: '', blocks: [emptyBlock] };

export function draftOf(fields: ContentFields): PageDraft {
  return {
    vi: textDraft(fields.vi),
    en: fields.en && textDraft(fields.en),
    topic: fields.topic,
    validFrom: typedDate(fields.validFrom),
    validTo: fields.validTo === null ? '' : typedDate(fields.validTo),
  };
}

export function fieldsOf(draft: PageDraft): ContentFields {
  return {
    vi: contentText(draft.vi),
    en: draft.en && contentText(draft.en),
    topic: draft.topic,
    validFrom: dateOf(draft.validFrom) ?? draft.validFrom,
    validTo: draft.validTo.trim() === '' ? null : (dateOf(draft.validTo) ?? draft.validTo),
  };
}

/** `2026-04-25` as people write it. */
export function typedDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day}/${month}/${year}`;
}

/** The date somebody typed, as `2026-04-25`; null when there is no such day. */
export function dateOf(typed: string): string | null {
  const [, day = '', month = '', year = ''] =
    /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/u.exec(typed) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

function textDraft({ title, summary, body }: ContentText): TextDraft {
  return { title, summary, blocks: body.map(blockDraft) };
}

function contentText({ title, summary, blocks }: TextDraft): ContentText {
  return { title, summary, body: blocks.map(blockOf) };
}

function blockDraft(block: ContentBlock): BlockDraft {
  switch (block.kind) {
    case 'list':
      return { kind: block.ordered ? 'numbers' : 'bullets', text: block.items.join('\n'), href: '' };
    case 'table':
      return {
        kind: 'table',
        text: [block.head, ...block.rows].map((row) => row.join(' | ')).join('\n'),
        href: '',
      };
    case 'link':
      return { kind: 'link', text: block.text, href: block.href };
    default:
      return { kind: block.kind, text: block.text, href: '' };
  }
}

/** What the page shows of a block, also while it is half typed. */
export function blockOf({ kind, text, href }: BlockDraft): ContentBlock {
  switch (kind) {
    case 'bullets':
    case 'numbers':
      return { kind: 'list', ordered: kind === 'numbers', items: linesOf(text) };
    case 'table': {
      const [head = [], ...rows] = linesOf(text).map((line) => line.split('|').map((cell) => cell.trim()));
      return { kind: 'table', head, rows };
    }
    case 'link':
      return { kind: 'link', text: text.trim(), href: href.trim() };
    default:
      return { kind, text: text.trim() };
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** An address made from a title: `Nghỉ lễ 2/9` becomes `nghi-le-2-9`. */
export function slugOf(title: string): string {
  return foldedWords(title)
    .join('-')
    .replace(/[^a-z0-9-]+/gu, '-')
    .replace(/-{2,}/gu, '-')
    .slice(0, 80)
    .replace(/^-|-$/gu, '');
}

/** Id of the control that a problem of the server is about; empty for the page as a whole. */
export function targetOf(path: string): string {
  const block = /^\/fields\/(vi|en)\/body\/(\d+)(\/href)?/u.exec(path);
  if (block !== null)
    return `content-${block[1] ?? ''}-${block[2] ?? ''}${block[3] === undefined ? '' : '-href'}`;
  const field = /^\/(?:fields\/)?(?:(vi|en)\/)?(title|summary|topic|validFrom|validTo|slug)$/u.exec(path);
  return field === null ? '' : ['content', field[1], field[2]].filter(Boolean).join('-');
}

export function summaryOf(fields: readonly FieldProblem[]): readonly SummaryError[] {
  return fields
    .map(({ path, message }) => ({ target: targetOf(path), message }))
    .filter(({ target }) => target !== '');
}

export interface Missing {
  readonly target: string;
  readonly what: 'title' | 'block' | 'date';
}

/** What is missing before it is worth asking the server. */
export function missingIn(draft: PageDraft): readonly Missing[] {
  const dates: Missing[] = (['validFrom', 'validTo'] as const)
    .filter((name) => (name === 'validFrom' || draft[name].trim() !== '') && dateOf(draft[name]) === null)
    .map((name) => ({ target: `content-${name}`, what: 'date' }));
  const texts = (['vi', 'en'] as const).flatMap((language): Missing[] => {
    const text = draft[language];
    if (text === null) return [];
    return [
      ...(text.title.trim().length < 3
        ? [{ target: `content-${language}-title`, what: 'title' as const }]
        : []),
      ...text.blocks.flatMap((block, index) =>
        block.text.trim() === ''
          ? [{ target: `content-${language}-${String(index)}`, what: 'block' as const }]
          : [],
      ),
    ];
  });
  return [...dates, ...texts];
}
