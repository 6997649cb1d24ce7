import { Injectable } from '@nestjs/common';
import { FileStore } from '@mocua/server/document';
import { DossierStream, type IssuedPaper, PrintDocument } from '@mocua/server/dossier';
import { AccessScope, Readings } from '@mocua/server/personal-data';
import type { SignerCertificate } from '../domain/certificate';
import { sha256, signedAttributes } from '../domain/cms';
import { makeSignable, type SignablePdf } from '../domain/signable-pdf';
import type { SignatureRequest } from '../persistence/signature-requests';

/** What every result is signed for; it stands in the signature. */
export const signingReason = 'Ký kết quả giải quyết thủ tục hành chính';

/** A printed paper with the place for its signature, and what the signer signs. */
export interface PreparedPaper {
  readonly paper: IssuedPaper['file'];
  readonly fileName: string;
  readonly signable: SignablePdf;
  /** Signed attributes, DER. */
  readonly attributes: Buffer;
  /** SHA-256 of the attributes. */
  readonly digest: Buffer;
}

/** Puts together what asking for a signature and taking it both look at. Made twice, it is the same to the last bit. */
@Injectable()
export class SigningCase {
  constructor(
    private readonly dossiers: DossierStream,
    private readonly printing: PrintDocument,
    private readonly files: FileStore,
    private readonly access: AccessScope,
    private readonly readings: Readings,
  ) {}

  /** Opens the printed paper; its owner reads who did. */
  async prepare(
    { dossierId, documentId }: SignatureRequest,
    leaf: SignerCertificate,
    at: Date,
  ): Promise<PreparedPaper> {
    const loaded = await this.dossiers.load(dossierId);
    if (!loaded) throw new Error('a signature for a dossier that is not there');
    const { state } = loaded;
    this.access.about(dossierId, state.code ?? state.transactionCode);
    const { paper, fileName } = await this.printing.print(state, documentId);
    await this.readings.note([state.people.owner], 'documents');
    const printed = await contentOf(this.files, paper.sha256);
    const signable = makeSignable(printed, { signer: leaf.holder, reason: signingReason, at });
    const attributes = signedAttributes(signable.digest, leaf);
    return { paper, fileName, signable, attributes, digest: sha256(attributes) };
  }
}

export async function contentOf(files: FileStore, hash: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await files.open(hash)) as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
