import { Injectable } from '@nestjs/common';
import { nationalPortalDestination, ToldDossiers } from '@mocua/server/dossier';
import {
  type ChunkOutcome,
  DestinationUnavailable,
  OutboxChunkHandler,
  type OutboxRow,
} from '@mocua/server/kernel';
import { AccessScope, type Reader, readerNames } from '@mocua/server/personal-data';
import { type OwedNews, owedNews } from '../domain/owed-news';
import { SentLedger, type SentMark } from '../persistence/sent-ledger';
import { largestChunk, NationalPortal, PortalFailure } from '../ports';
import { PutDossiers } from './put-dossiers';
import { TellProgress } from './tell-progress';
import { type ReportSources, type WrittenReport, WriteReport } from './write-report';

const reader: Reader = {
  kind: 'system',
  id: 'national-portal',
  label: readerNames.nationalPortal.vi,
};

/** One message with what it has to tell. */
interface Owed {
  readonly row: OutboxRow;
  readonly dossierId: string;
  /** Whether the portal was told about the dossier before. */
  readonly known: boolean;
  readonly news: OwedNews;
}

interface Errand extends Owed {
  readonly written: WrittenReport;
}

/**
 * Tells the national portal what happened: first the dossier as it stands, then the rows of progress that are new. Only
 * facts of an intact stream leave. What goes wrong with one dossier counts against it alone; when the portal does not even
 * answer a look-up, it is the portal that is down, and nothing counts.
 */
@Injectable()
export class TellPortal extends OutboxChunkHandler {
  override readonly destination = nationalPortalDestination;
  override readonly chunkSize = largestChunk;
  override readonly concurrency = 4;

  constructor(
    private readonly dossiers: ToldDossiers,
    private readonly ledger: SentLedger,
    private readonly writing: WriteReport,
    private readonly access: AccessScope,
    private readonly putting: PutDossiers,
    private readonly progress: TellProgress,
    private readonly portal: NationalPortal,
  ) {
    super();
  }

  override async deliverChunk(rows: readonly OutboxRow[]): Promise<ChunkOutcome> {
    const outcome = new Map<string, Error | null>();
    const errands = await this.errandsOf(rows, outcome);
    const known = new Set(errands.filter((each) => each.known).map(({ news }) => news.report.code));
    const failures = new Map<string, Error>(
      await this.putting.execute(
        errands.map(({ written }) => written.dossier),
        known,
      ),
    );
    const put = errands.filter(({ news }) => !failures.has(news.report.code));
    const told = put.map(({ written, row }) => ({ rows: written.progress, maybeThere: row.attempts > 1 }));
    for (const [code, failure] of await this.progress.execute(told)) failures.set(code, failure);
    const done: SentMark[] = [];
    for (const { row, news, dossierId } of errands) {
      const { seq, headHash, report } = news;
      const { code } = report;
      const failure = failures.get(code) ?? null;
      if (failure === null) done.push({ dossierId, code, seq, headHash });
      outcome.set(row.id, failure && (await this.blame(failure, code)));
    }
    await this.ledger.note(done);
    return outcome;
  }

  private async errandsOf(rows: readonly OutboxRow[], outcome: Map<string, Error | null>): Promise<Errand[]> {
    const ids = rows.map((row) => String(row.payload['dossierId']));
    const [streams, marks] = await Promise.all([this.dossiers.many(ids), this.ledger.of(ids)]);
    const owed = rows.flatMap((row): Owed[] => {
      const dossierId = String(row.payload['dossierId']);
      try {
        const stream = streams.get(dossierId) ?? { events: [], hashes: [], intact: false };
        const mark = marks.get(dossierId) ?? null;
        const news = owedNews(stream, mark);
        outcome.set(row.id, null);
        return news ? [{ row, dossierId, known: mark !== null, news }] : [];
      } catch (error) {
        outcome.set(row.id, asError(error));
        return [];
      }
    });
    const sources = await this.writing.sources(owed.map(({ news }) => news));
    const errands = await Promise.all(
      owed.map(async (each): Promise<Errand | null> => {
        try {
          return { ...each, written: await this.write(each.news, sources) };
        } catch (error) {
          outcome.set(each.row.id, asError(error));
          return null;
        }
      }),
    );
    return errands.filter((errand) => errand !== null);
  }

  private write(news: OwedNews, sources: ReportSources): Promise<WrittenReport> {
    return this.access.run({ reader, purpose: 'synchronisation' }, () => {
      this.access.about(news.report.dossierId, news.report.code);
      return this.writing.execute(news, sources);
    });
  }

  /** Whether a failure is the message's own, or the portal's. */
  private async blame(failure: Error, code: string): Promise<Error> {
    if (!(failure instanceof PortalFailure) || !failure.passing) return failure;
    try {
      await this.portal.lookUp(code);
      return failure;
    } catch (error) {
      return new DestinationUnavailable(this.destination, error);
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
