import { createHash, randomUUID } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { onePage } from '../web/one-page';

/** A step that the province handed over, as it stands on the wire. */
export type HandedCase = Readonly<Record<string, unknown>> & {
  readonly MaChuyen: string;
  readonly PhienBan: number;
  readonly MaHoSo: string;
};

export const newsKinds = ['TIEP_NHAN', 'DANG_XU_LY', 'YEU_CAU_BO_SUNG', 'KET_QUA', 'TU_CHOI'] as const;
export type NewsKind = (typeof newsKinds)[number];

export type News = Readonly<Record<string, unknown>> & {
  readonly MaTin: string;
  readonly MaChuyen: string;
  readonly Loai: NewsKind;
};

export interface SectorCase {
  readonly system: string;
  handed: HandedCase;
  readonly receipt: string;
  takenBack: boolean;
  /** Sizes of the files that came, by SHA-256. */
  readonly files: Map<string, number>;
  readonly news: News[];
}

/** What an officer over there enters by hand. */
export interface Entry {
  readonly kind: NewsKind;
  readonly text: string;
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string;
  readonly agency: string;
}

type Line =
  | { readonly handed: HandedCase; readonly system: string; readonly receipt: string }
  | { readonly file: { readonly id: string; readonly sha256: string; readonly size: number } }
  | { readonly takenBack: string }
  | { readonly news: News };

/** What the sector systems know: cases and what was said about them, in an append-only file. */
export class SectorBook {
  private readonly cases = new Map<string, SectorCase>();
  /** Files may come before the case they belong to. */
  private readonly early = new Map<string, Map<string, number>>();

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<SectorBook> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const book = new SectorBook(await open(path, 'a'));
    for (const line of text.split('\n').filter((each) => each !== '')) book.take(JSON.parse(line) as Line);
    return book;
  }

  find(id: string): SectorCase | undefined {
    return this.cases.get(id);
  }

  /** Newest first. */
  list(): readonly SectorCase[] {
    return [...this.cases.values()].reverse();
  }

  /** The same revision again changes nothing; an older one is let lie. */
  async handOver(system: string, handed: HandedCase): Promise<{ found: SectorCase; isNew: boolean }> {
    const known = this.cases.get(handed.MaChuyen);
    if (known && known.handed.PhienBan >= handed.PhienBan) return { found: known, isNew: false };
    const receipt = known?.receipt ?? `${system.slice(0, 3).toUpperCase()}-${handed.MaChuyen.slice(-8)}`;
    await this.write({ handed, system, receipt });
    const found = this.cases.get(handed.MaChuyen);
    if (!found) throw new Error('a case that was not kept');
    return { found, isNew: true };
  }

  async addFile(id: string, sha256: string, size: number): Promise<void> {
    if (this.filesOf(id).has(sha256)) return;
    await this.write({ file: { id, sha256, size } });
  }

  async takeBack(id: string): Promise<void> {
    await this.write({ takenBack: id });
  }

  async say(known: SectorCase, entry: Entry): Promise<News> {
    const isEnd = entry.kind === 'KET_QUA' || entry.kind === 'TU_CHOI';
    const paper = entry.kind === 'KET_QUA' ? this.resultOf(known.handed.MaChuyen) : null;
    const news: News = {
      MaTin: randomUUID(),
      HeThong: known.system,
      MaChuyen: known.handed.MaChuyen,
      PhienBan: known.handed.PhienBan,
      ThuTu: known.news.length + 1,
      Loai: entry.kind,
      ThoiDiem: new Date().toISOString(),
      NoiDung: entry.text,
      SoKetQua: entry.kind === 'KET_QUA' ? entry.number : null,
      NgayKetQua: isEnd ? entry.issuedOn : null,
      CoQuan: isEnd ? entry.agency : null,
      TepKetQua: paper && {
        Ten: 'ket-qua.pdf',
        KichThuoc: paper.length,
        Sha256: createHash('sha256').update(paper).digest('hex'),
      },
    };
    await this.write({ news });
    return news;
  }

  /** The paper of a case: always the same bytes. */
  resultOf(id: string): Buffer {
    return onePage(`KET QUA (MAU) ${id.slice(-8)}`);
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  private filesOf(id: string): Map<string, number> {
    const known = this.cases.get(id)?.files ?? this.early.get(id) ?? new Map<string, number>();
    if (!this.cases.has(id)) this.early.set(id, known);
    return known;
  }

  private async write(line: Line): Promise<void> {
    this.take(line);
    await this.file.appendFile(`${JSON.stringify(line)}\n`);
  }

  private take(line: Line): void {
    if ('handed' in line) {
      const { handed, system, receipt } = line;
      const known = this.cases.get(handed.MaChuyen);
      if (known) known.handed = handed;
      else {
        const files = this.filesOf(handed.MaChuyen);
        this.early.delete(handed.MaChuyen);
        this.cases.set(handed.MaChuyen, { system, handed, receipt, takenBack: false, files, news: [] });
      }
    } else if ('file' in line) this.filesOf(line.file.id).set(line.file.sha256, line.file.size);
    else if ('takenBack' in line) {
      const known = this.cases.get(line.takenBack);
      if (known) known.takenBack = true;
    } else this.cases.get(line.news.MaChuyen)?.news.push(line.news);
  }
}
