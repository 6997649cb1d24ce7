import { Injectable } from '@nestjs/common';
import type { ContentFields, ContentId, ContentKind, PartyId } from '@mocua/contract';
import { Database, newId, type SqlExecutor } from '@mocua/server/kernel';
import type { ContentPage } from '../domain/content-page';

export type ContentAction = 'created' | 'saved' | 'published' | 'withdrawn';

/** What somebody did to a page; kept for good. */
export interface ContentChangeRow {
  readonly action: ContentAction;
  readonly version: number;
  readonly partyId: PartyId;
  readonly at: Date;
  readonly note: string;
}
export interface ListedPage extends ContentPage {
  readonly changedAt: Date;
  readonly changedBy: PartyId;
}
export interface PublishedPage {
  readonly kind: ContentKind;
  readonly slug: string;
  readonly version: number;
  readonly fields: ContentFields;
  readonly publishedAt: Date;
}

interface PageRow {
  content_id: ContentId;
  kind: ContentKind;
  slug: string;
  revision: number;
  last_version: number;
  draft: ContentFields | null;
  published_version: number | null;
  published: ContentFields | null;
  changed_at: Date;
  changed_by: PartyId;
}

const pages = `SELECT p.content_id, p.kind, p.slug, p.revision, p.last_version, p.draft, p.changed_at, p.changed_by,
         v.version AS published_version, v.fields AS published
       FROM content.pages p LEFT JOIN content.versions v ON v.content_id = p.content_id AND v.ended_at IS NULL`;

/** Pages, their publications and every change of them. */
@Injectable()
export class ContentStore {
  constructor(private readonly database: Database) {}

  async list(kind: ContentKind | null): Promise<readonly ListedPage[]> {
    const rows = await this.database.query<PageRow>(
      `${pages} WHERE $1::text IS NULL OR p.kind = $1 ORDER BY p.changed_at DESC, p.content_id LIMIT 1000`,
      [kind],
    );
    return rows.map(toPage);
  }

  async find(contentId: ContentId, sql: SqlExecutor = this.database): Promise<ListedPage | null> {
    const lock = sql === this.database ? '' : ' FOR UPDATE OF p';
    const row = await sql.one<PageRow>(`${pages} WHERE p.content_id = $1${lock}`, [contentId]);
    return row === null ? null : toPage(row);
  }

  async changesOf(contentId: ContentId): Promise<readonly ContentChangeRow[]> {
    const rows = await this.database.query<Omit<ContentChangeRow, 'partyId'> & { party_id: PartyId }>(
      `SELECT action, version, party_id, at, note FROM content.changes
       WHERE content_id = $1 ORDER BY revision DESC LIMIT 200`,
      [contentId],
    );
    return rows.map(({ party_id: partyId, ...row }) => ({ ...row, partyId }));
  }

  /** Everything that is published, whatever its dates, in the order of its first writing. */
  async published(): Promise<readonly PublishedPage[]> {
    const rows = await this.database.query<Omit<PublishedPage, 'publishedAt'> & { published_at: Date }>(
      `SELECT p.kind, p.slug, v.version, v.fields, v.published_at
       FROM content.versions v JOIN content.pages p USING (content_id)
       WHERE v.ended_at IS NULL ORDER BY p.created_at, p.content_id LIMIT 1000`,
    );
    return rows.map(({ published_at: publishedAt, ...row }) => ({ ...row, publishedAt }));
  }

  /** Moves with every publication and withdrawal. */
  async edition(): Promise<string> {
    const row = await this.database.one<{ edition: string }>(
      'SELECT edition::text AS edition FROM content.edition',
      [],
      'content-edition',
    );
    return row?.edition ?? '0';
  }

  /** Stores a new page, or the next revision of one, with the record of who did it. */
  async write(tx: SqlExecutor, page: ContentPage, change: ContentChangeRow): Promise<void> {
    const { action, version, partyId, at, note } = change;
    await tx.query(
      `INSERT INTO content.pages (content_id, kind, slug, revision, last_version, draft, created_at, changed_at, changed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)
       ON CONFLICT (content_id) DO UPDATE
         SET revision = $4, last_version = $5, draft = $6, changed_at = $7, changed_by = $8`,
      [
        page.contentId,
        page.kind,
        page.slug,
        page.revision,
        page.lastVersion,
        page.draft === null ? null : JSON.stringify(page.draft),
        at,
        partyId,
      ],
    );
    if (action === 'published' || action === 'withdrawn') {
      await tx.query(
        `UPDATE content.versions SET ended_at = $2, end_reason = $3 WHERE content_id = $1 AND ended_at IS NULL`,
        [page.contentId, at, action === 'published' ? 'replaced' : 'withdrawn'],
      );
      if (page.published !== null)
        await tx.query(
          `INSERT INTO content.versions (content_id, version, fields, published_at) VALUES ($1, $2, $3, $4)`,
          [page.contentId, page.published.version, JSON.stringify(page.published.fields), at],
        );
      await tx.query('UPDATE content.edition SET edition = edition + 1');
    }
    await tx.query(
      `INSERT INTO content.changes (change_id, content_id, revision, action, version, party_id, at, note, fields)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(at),
        page.contentId,
        page.revision,
        action,
        version,
        partyId,
        at,
        note,
        JSON.stringify(page.draft ?? page.published?.fields),
      ],
    );
  }
}

function toPage(row: PageRow): ListedPage {
  const { published, published_version: version } = row;
  return {
    contentId: row.content_id,
    kind: row.kind,
    slug: row.slug,
    revision: row.revision,
    lastVersion: row.last_version,
    draft: row.draft,
    published: published === null || version === null ? null : { version, fields: published },
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  };
}
