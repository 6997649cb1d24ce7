import {
  type DossierEvent,
  nationalProgressOf,
  nationalReportOf,
  type NationalProgress,
  type NationalReport,
} from '@mocua/engine/dossier';

/** A stream that is not what was written, or not what was told before; nothing about it may leave. */
export class HistoryChanged extends Error {
  constructor() {
    super('history-changed: the stream is not the one that was told before');
    this.name = 'HistoryChanged';
  }
}

/** What the portal has to learn about one dossier. */
export interface OwedNews {
  readonly report: NationalReport;
  /** Rows of the events after the mark. */
  readonly progress: readonly NationalProgress[];
  /** Number of the event up to which the news tells. */
  readonly seq: number;
  /** Hash of the chain at that event. */
  readonly headHash: string;
}

/** A stream with its hashes, as the dossier domain vouches for it. */
export interface VouchedStream {
  readonly events: readonly DossierEvent[];
  readonly hashes: readonly string[];
  readonly intact: boolean;
}

/**
 * The news about a dossier: facts of the stream as it stands, and only if the stream still is the one whose beginning was
 * told before. Null when there is nothing to tell. Everything that has happened goes at once, so that after an outage a
 * dossier is told once and not once for each event; the messages of the later events find nothing left to tell.
 *
 * @param mark - how far the portal was told, null for never
 * @throws HistoryChanged
 */
export function owedNews(
  stream: VouchedStream,
  mark: { readonly seq: number; readonly headHash: string } | null,
): OwedNews | null {
  if (isChanged(stream, mark)) throw new HistoryChanged();
  const { events, hashes } = stream;
  const seq = events.length;
  const headHash = hashes[seq - 1];
  if (headHash === undefined || (mark && mark.seq >= seq)) return null;
  const report = nationalReportOf(events);
  if (report === null) return null;
  const progress = nationalProgressOf(events).filter((row) => row.seq > (mark?.seq ?? 0));
  return { report, progress, seq, headHash };
}

/** Whether a stream is not what was written, or not what it was when the portal was told. */
export function isChanged(
  stream: VouchedStream,
  mark: { readonly seq: number; readonly headHash: string } | null,
): boolean {
  return !stream.intact || (mark !== null && stream.hashes[mark.seq - 1] !== mark.headHash);
}
