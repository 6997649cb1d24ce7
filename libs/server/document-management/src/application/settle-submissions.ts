import type { OutgoingNewsKind } from '@mocua/contract';
import { type NewsRow, type OurParts, type Settlement, SettleHandovers } from '@mocua/server/handover';
import {
  documentManagement,
  type OutgoingDefinition,
  type PublishedProcedure,
  valuesOfOutgoing,
} from '@mocua/server/procedure';
import { placeOfNumber } from '../domain/number-series';
import type { OutgoingContent } from '../domain/outgoing-news';
import { endOf, type OutgoingEnd } from '../domain/standing';
import type { SubmissionRow, SubmissionRows } from '../persistence/submission-rows';
import type { DocumentManagement } from '../ports';
import type { CheckIssuedFile } from './check-issued-file';
import type { HearDocumentManagement } from './hear-document-management';
import { documentReader } from './submit-draft';

type News = NewsRow<OutgoingNewsKind>;
type End = OutgoingEnd<News>;

/** Asks about documents of which nothing was said for long, and completes the steps of those that were issued or returned. */
export class SettleSubmissions extends SettleHandovers<SubmissionRow, OutgoingNewsKind, End> {
  constructor(
    ours: OurParts,
    private readonly rows: SubmissionRows,
    private readonly system: DocumentManagement,
    private readonly hearing: HearDocumentManagement,
    private readonly checking: CheckIssuedFile,
  ) {
    super(ours, rows, documentReader);
  }

  protected override async ask({ taskId }: SubmissionRow): Promise<void> {
    for (const news of await this.system.newsOf(taskId)) await this.hearing.take(news);
  }

  protected override endOf({ revision }: SubmissionRow, news: readonly News[]): End | null {
    return endOf(revision, news);
  }

  protected override async settlementOf(
    row: SubmissionRow,
    end: End,
    { outgoing }: PublishedProcedure,
  ): Promise<Settlement> {
    if (end.kind === 'older-draft') return { unusable: 'older-draft' };
    const declared = outgoing.find(({ task }) => task === row.nodeId);
    if (!declared) throw new Error('a document that its package does not name');
    const content = await this.contentOf<OutgoingContent>(end.news);
    if (end.kind === 'issued') return this.issued(row, end.news, declared, content);
    const { outcome } = declared.returned;
    const facts = { number: null, issuedOn: null, signer: null, reason: content.text };
    const values = valuesOfOutgoing(declared.returned, facts);
    return { outcome, values, comment: content.text === '' ? null : content.text };
  }

  protected override jobOf(): string {
    return documentManagement;
  }

  private async issued(
    row: SubmissionRow,
    news: News,
    { issued, symbol }: OutgoingDefinition,
    { number, issuedOn, signer }: OutgoingContent,
  ): Promise<Settlement> {
    if (number === null || number === '') return { unusable: 'no-number' };
    const place = placeOfNumber(number, symbol, issuedOn ?? news.occurredAt.slice(0, 10));
    if (!(await this.rows.claimNumber(row.unitId, place, row.taskId))) return { unusable: 'number-used' };
    if (!(await this.keepFile(row, news))) return { unusable: 'signature-broken' };
    const values = valuesOfOutgoing(issued, { number, issuedOn, signer, reason: null });
    return { outcome: issued.outcome, values, comment: null };
  }

  /** False when the file was changed after it was signed; what merely cannot be verified is kept, and marked so. */
  private async keepFile({ taskId, file }: SubmissionRow, news: News): Promise<boolean> {
    if (file !== null) return true;
    const fetched = await this.fetch(news, () => this.system.issuedFile(taskId));
    if (!fetched) return true;
    const found = await this.checking.execute(fetched.sha256, news.occurredAt);
    if (found.state === 'changed') return false;
    const signers = 'signers' in found ? [...found.signers] : [];
    await this.rows.keptFile(taskId, fetched, { state: found.state, signers });
    return true;
  }
}
