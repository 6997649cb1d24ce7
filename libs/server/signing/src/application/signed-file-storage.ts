import { Injectable } from '@nestjs/common';
import { FileIndex, FileStore, type StagedFile } from '@mocua/server/document';
import type { SqlExecutor } from '@mocua/server/kernel';
import { type SignedPaper, SignedPapers } from '../persistence/signed-papers';

/** Keeps signed files where all files lie, and what they are of. */
@Injectable()
export class SignedFileStorage {
  constructor(
    private readonly files: FileStore,
    private readonly index: FileIndex,
    private readonly papers: SignedPapers,
  ) {}

  async keep(signed: Buffer, at: Date): Promise<Pick<StagedFile, 'sha256' | 'size'>> {
    const staged = await this.files.stage(piecesOf(signed), signed.length);
    const { sha256: hash, size } = staged;
    await this.index.register({ sha256: hash, size, mediaType: 'application/pdf' }, at.toISOString());
    await staged.commit();
    return { sha256: hash, size };
  }

  /** @throws Error when the document was signed in another way meanwhile; nothing is written then */
  async record(tx: SqlExecutor, paper: SignedPaper): Promise<void> {
    if (!(await this.papers.add(tx, paper))) throw new Error('a document that was signed before');
  }
}

async function* piecesOf(file: Buffer): AsyncGenerator<Buffer> {
  yield file;
}
