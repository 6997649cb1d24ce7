import { z } from 'zod';
import { isoDate, isoDateTime, localizedText, text } from '../kernel/scalars';
import { contentKinds, contentTopics } from './kinds';

export const contentId = z.uuid().brand<'ContentId'>();
export type ContentId = z.output<typeof contentId>;
export const contentKind = z.enum(contentKinds);
export const contentTopic = z.enum(contentTopics);
/** Last part of the address of a page: lower case, digits, hyphens. */
export const contentSlug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);

/** A piece of a page. There is no markup inside a text: what is typed is what is read, and nothing in it can run. */
export const contentBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: text(1, 200) }),
  z.strictObject({ kind: z.literal('paragraph'), text: text(1, 3000) }),
  z.strictObject({
    kind: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(text(1, 600)).min(1).max(50),
  }),
  /** A path of this portal, `https:`, `tel:` or `mailto:`; anything else is refused when the page is saved. */
  z.strictObject({ kind: z.literal('link'), text: text(1, 200), href: z.string().min(1).max(500) }),
  z.strictObject({
    kind: z.literal('table'),
    head: z.array(text(1, 200)).min(1).max(6),
    rows: z
      .array(z.array(text(0, 500)).min(1).max(6))
      .min(1)
      .max(100),
  }),
]);
export type ContentBlock = z.output<typeof contentBlock>;

/** A page in one language. */
export const contentText = z.strictObject({
  title: text(3, 200),
  summary: text(0, 400),
  body: z.array(contentBlock).min(1).max(200),
});
export type ContentText = z.output<typeof contentText>;

/** What an editor writes. English may follow later: people then read Vietnamese with a note. */
export const contentFields = z.strictObject({
  vi: contentText,
  en: contentText.nullable(),
  topic: contentTopic.nullable(),
  validFrom: isoDate,
  /** Last day on which it is shown; null: until it is withdrawn. */
  validTo: isoDate.nullable(),
});
export type ContentFields = z.output<typeof contentFields>;

/** What everybody reads. */
export const publicContent = z.strictObject({
  kind: contentKind,
  slug: contentSlug,
  /** Counts the publications of this page. */
  version: z.int(),
  title: localizedText,
  summary: localizedText,
  body: z.strictObject({ vi: z.array(contentBlock), en: z.array(contentBlock) }),
  /** The English texts repeat the Vietnamese ones: say so, and mark them `lang="vi"`. */
  englishPending: z.boolean(),
  topic: contentTopic.nullable(),
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  publishedAt: isoDateTime,
});
export type PublicContent = z.output<typeof publicContent>;

export const listPublicContentSchemas = {
  query: z.strictObject({ kind: contentKind.optional() }),
  response: z.strictObject({
    /** Changes with every publication, withdrawal and day: the key for caching whatever is made from the items. */
    version: z.string(),
    items: z.array(publicContent),
  }),
};
export const getPublicContentSchemas = {
  params: z.strictObject({ kind: contentKind, slug: contentSlug }),
  response: publicContent,
};

export const contentState = z.enum(['draft', 'published', 'changed', 'withdrawn']);
export const contentSummary = z.strictObject({
  contentId,
  kind: contentKind,
  slug: contentSlug,
  title: z.string(),
  /** `changed`: published, with a newer draft beside it. */
  state: contentState,
  englishPending: z.boolean(),
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  changedAt: isoDateTime,
  changedBy: z.string(),
});
export type ContentSummary = z.output<typeof contentSummary>;

export const contentChange = z.strictObject({
  at: isoDateTime,
  action: z.enum(['created', 'saved', 'published', 'withdrawn']),
  /** Publication it belongs to; a draft has the number it would get. */
  version: z.int(),
  who: z.string(),
  note: z.string(),
});
export type ContentChange = z.output<typeof contentChange>;

export const contentView = contentSummary.extend({
  /** Counts every change; sent back with the next one, so that nobody overwrites what they have not seen. */
  revision: z.int(),
  draft: contentFields.nullable(),
  published: contentFields.nullable(),
  publishedVersion: z.int().nullable(),
  history: z.array(contentChange),
  actions: z.array(z.enum(['save', 'publish', 'withdraw'])),
});
export type ContentView = z.output<typeof contentView>;

export const listContentSchemas = {
  query: z.strictObject({ kind: contentKind.optional() }),
  response: z.strictObject({ items: z.array(contentSummary) }),
};
export const getContentSchemas = { params: z.strictObject({ contentId }), response: contentView };
export const createContentSchemas = {
  body: z.strictObject({ kind: contentKind, slug: contentSlug, fields: contentFields }),
  response: contentView,
};
export const saveContentSchemas = {
  params: z.strictObject({ contentId }),
  body: z.strictObject({ revision: z.int(), fields: contentFields }),
  response: contentView,
};
export const publishContentSchemas = {
  params: z.strictObject({ contentId }),
  body: z.strictObject({ revision: z.int(), note: text(0, 500) }),
  response: contentView,
};
export const withdrawContentSchemas = {
  params: z.strictObject({ contentId }),
  body: z.strictObject({ revision: z.int(), note: text(3, 500) }),
  response: contentView,
};
