import type { NoticeKind } from '@mocua/contract';

/** Where a notice is read. The inbox is the portal itself. */
export const noticeMedia = ['inbox', 'sms', 'email', 'zalo'] as const;
export type NoticeMedium = (typeof noticeMedia)[number];
export const noticeLanguages = ['vi', 'en'] as const;
export type NoticeLanguage = (typeof noticeLanguages)[number];

/**
 * One version of the words of one notice. A published version never changes: it says what people were told. Other words are
 * a new version with its date.
 */
export interface NoticeTemplate {
  readonly kind: NoticeKind;
  readonly medium: NoticeMedium;
  readonly language: NoticeLanguage;
  readonly version: number;
  /** `YYYY-MM-DD` in Vietnam; holds until the next version. */
  readonly effectiveFrom: string;
  /** The article that asks for this notice; null where none does. */
  readonly source: string | null;
  /** Head line of an inbox message or an e-mail; null elsewhere. */
  readonly subject: string | null;
  readonly text: string;
}

/** Whatever a template may mention. None of it says who the person is or what they asked for. */
export interface TemplateFacts {
  /** Code of the dossier or request, or the transaction code before reception. */
  readonly code: string;
  /** Address behind the log-in. */
  readonly link: string;
  /** Host name of the portal. */
  readonly portal: string;
  readonly hotline: string;
  /** What has to be paid, as people read it; left out where the notice names no sum. */
  readonly amount?: string;
  /** Last day to pay, `dd/mm/yyyy`; left out where there is none. */
  readonly payBy?: string;
}

/**
 * What may stand in a template. A telephone is often read by others, and a link in a text message is what swindlers send: so
 * there it is code, name of the portal and hotline. How much has to be paid says something about a person: only the inbox,
 * behind the log-in, tells it.
 */
export const allowedPlaceholders: Readonly<Record<NoticeMedium, readonly (keyof TemplateFacts)[]>> = {
  inbox: ['code', 'amount', 'payBy'],
  sms: ['code', 'portal', 'hotline'],
  email: ['code', 'link', 'hotline'],
  zalo: ['code', 'portal', 'hotline'],
};

/** The names between braces. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? '');
}

/**
 * Puts the facts in; a fact may hold braces or dollar signs, and stays as it is. A part in square brackets is left out when a fact
 * it names is not known.
 */
export function fill(text: string, facts: TemplateFacts): string {
  const known = text.replaceAll(/\[([^\]]*)\]/gu, (_match, part: string) =>
    placeholdersOf(part).every((name) => facts[name as keyof TemplateFacts] !== undefined) ? part : '',
  );
  return known.replaceAll(
    /\{(code|link|portal|hotline|amount|payBy)\}/gu,
    (_match, name: keyof TemplateFacts) => facts[name] ?? '',
  );
}

/** How a delivery names the version that was sent: `sms.received@2`; the language stands beside it where it was chosen. */
export function referenceOf({ medium, kind, language, version }: NoticeTemplate): string {
  return medium === 'email' ? `${medium}.${kind}@${version}` : `${medium}.${kind}.${language}@${version}`;
}

/**
 * The version in force on a date (`YYYY-MM-DD`); the oldest where none is, because a notice without words helps nobody.
 *
 * @throws Error when a notice was never given words
 */
export function templateOn(
  templates: readonly NoticeTemplate[],
  wanted: Pick<NoticeTemplate, 'kind' | 'medium' | 'language'>,
  date: string,
): NoticeTemplate {
  const versions = templates
    .filter(
      ({ kind, medium, language }) =>
        kind === wanted.kind && medium === wanted.medium && language === wanted.language,
    )
    .sort((left, right) => left.version - right.version);
  const inForce = versions.filter(({ effectiveFrom }) => effectiveFrom <= date).at(-1) ?? versions[0];
  if (!inForce) throw new Error(`There is no ${wanted.medium} template of ${wanted.kind}.`);
  return inForce;
}
