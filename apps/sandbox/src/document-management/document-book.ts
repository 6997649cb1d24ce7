import { createHash, randomUUID } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** A draft that the province handed over, as it stands on the wire. */
export type HandedDraft = Readonly<Record<string, unknown>> & {
  readonly MaTrinh: string;
  readonly LanTrinh: number;
  readonly MaHoSo: string;
  readonly KyHieu: string;
  readonly DonViBanHanh: { readonly Ma: string | null; readonly Ten: string };
};

export const newsKinds = ['DA_NHAN', 'DA_KY', 'DA_CAP_SO', 'DA_PHAT_HANH', 'TRA_LAI'] as const;
export type NewsKind = (typeof newsKinds)[number];

export type News = Readonly<Record<string, unknown>> & {
  readonly MaTin: string;
  readonly MaTrinh: string;
  readonly LanTrinh: number;
  readonly TrangThai: NewsKind;
};

/** A number that was given, for good: a register never has a gap and never gives one twice. */
export interface GivenNumber {
  readonly id: string;
  readonly register: string;
  readonly number: number;
  /** `YYYY-MM-DD` */
  readonly on: string;
}

export interface OutgoingDocument {
  handed: HandedDraft;
  readonly code: string;
  takenBack: boolean;
  /** Sizes of the drafts that came, by SHA-256. */
  readonly files: Map<string, number>;
  readonly news: News[];
  number: GivenNumber | null;
  /** The document as it was issued; null before. */
  issued: Buffer | null;
}

type Line =
  | { readonly handed: HandedDraft; readonly code: string }
  | { readonly file: { readonly id: string; readonly sha256: string; readonly size: number } }
  | { readonly takenBack: string }
  | { readonly number: GivenNumber }
  | { readonly issued: { readonly id: string; readonly file: string } }
  | { readonly news: News };

/** What the document management system knows: drafts, registers of numbers and what was done, in an append-only file. */
export class DocumentBook {
  private readonly documents = new Map<string, OutgoingDocument>();
  /** Files may come before the draft they belong to. */
  private readonly early = new Map<string, Map<string, number>>();
  /** The last number of each register. */
  private readonly registers = new Map<string, number>();

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<DocumentBook> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const book = new DocumentBook(await open(path, 'a'));
    for (const line of text.split('\n').filter((each) => each !== '')) book.take(JSON.parse(line) as Line);
    return book;
  }

  find(id: string): OutgoingDocument | undefined {
    return this.documents.get(id);
  }

  /** Newest first. */
  list(): readonly OutgoingDocument[] {
    return [...this.documents.values()].reverse();
  }

  /** The same draft again changes nothing; null when another one comes after the number was given. */
  async handOver(handed: HandedDraft): Promise<{ found: OutgoingDocument; isNew: boolean } | null> {
    const known = this.documents.get(handed.MaTrinh);
    if (known && known.handed.LanTrinh >= handed.LanTrinh) return { found: known, isNew: false };
    if (known?.number) return null;
    const code = known?.code ?? `VBD-${handed.MaTrinh.slice(-8)}`;
    await this.write({ handed, code });
    const found = this.documents.get(handed.MaTrinh);
    if (!found) throw new Error('a document that was not kept');
    return { found, isNew: true };
  }

  hasFile(id: string, sha256: string): boolean {
    return this.filesOf(id).has(sha256);
  }

  async addFile(id: string, sha256: string, size: number): Promise<void> {
    if (!this.hasFile(id, sha256)) await this.write({ file: { id, sha256, size } });
  }

  async takeBack(id: string): Promise<void> {
    await this.write({ takenBack: id });
  }

  /** The next number of the register of the unit and the year; given once, it stays. */
  async giveNumber({ handed, number }: OutgoingDocument, on: string): Promise<GivenNumber> {
    if (number) return number;
    const { Ma, Ten } = handed.DonViBanHanh;
    const register = `${Ma ?? Ten}/${on.slice(0, 4)}`;
    const given: GivenNumber = {
      id: handed.MaTrinh,
      register,
      number: (this.registers.get(register) ?? 0) + 1,
      on,
    };
    await this.write({ number: given });
    return given;
  }

  async say(
    known: OutgoingDocument,
    kind: NewsKind,
    said: { readonly by: string; readonly text: string; readonly signer: string },
  ): Promise<News> {
    const { handed, number } = known;
    const isNumbered = kind === 'DA_CAP_SO' || kind === 'DA_PHAT_HANH';
    const paper = kind === 'DA_PHAT_HANH' ? known.issued : null;
    const news: News = {
      MaTin: randomUUID(),
      MaTrinh: handed.MaTrinh,
      LanTrinh: handed.LanTrinh,
      ThuTu: known.news.length + 1,
      TrangThai: kind,
      ThoiDiem: new Date().toISOString(),
      NguoiThucHien: said.by,
      NoiDung: said.text,
      SoKyHieu: isNumbered && number ? `${number.number}/${handed.KyHieu}` : null,
      NgayVanBan: isNumbered && number ? number.on : null,
      NguoiKy: kind === 'DA_KY' || isNumbered ? said.signer : null,
      TepPhatHanh: paper && {
        Ten: 'van-ban.pdf',
        KichThuoc: paper.length,
        Sha256: createHash('sha256').update(paper).digest('hex'),
      },
    };
    await this.write({ news });
    return news;
  }

  /** Keeps the document as it is issued: from now on always the same bytes. */
  async issue({ handed, issued }: OutgoingDocument, file: Buffer): Promise<void> {
    if (!issued) await this.write({ issued: { id: handed.MaTrinh, file: file.toString('base64') } });
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  private filesOf(id: string): Map<string, number> {
    const known = this.documents.get(id)?.files ?? this.early.get(id) ?? new Map<string, number>();
    if (!this.documents.has(id)) this.early.set(id, known);
    return known;
  }

  private async write(line: Line): Promise<void> {
    this.take(line);
    await this.file.appendFile(`${JSON.stringify(line)}\n`);
  }

  private take(line: Line): void {
    if ('handed' in line) this.takeDraft(line.handed, line.code);
    else if ('file' in line) this.filesOf(line.file.id).set(line.file.sha256, line.file.size);
    else if ('takenBack' in line) {
      const known = this.documents.get(line.takenBack);
      if (known) known.takenBack = true;
    } else if ('number' in line) {
      this.registers.set(line.number.register, line.number.number);
      const known = this.documents.get(line.number.id);
      if (known) known.number = line.number;
    } else if ('issued' in line) {
      const known = this.documents.get(line.issued.id);
      if (known) known.issued = Buffer.from(line.issued.file, 'base64');
    } else this.documents.get(line.news.MaTrinh)?.news.push(line.news);
  }

  private takeDraft(handed: HandedDraft, code: string): void {
    const known = this.documents.get(handed.MaTrinh);
    if (known) {
      known.handed = handed;
      return;
    }
    const files = this.filesOf(handed.MaTrinh);
    this.early.delete(handed.MaTrinh);
    const fresh = { takenBack: false, news: [], number: null, issued: null };
    this.documents.set(handed.MaTrinh, { handed, code, files, ...fresh });
  }
}
