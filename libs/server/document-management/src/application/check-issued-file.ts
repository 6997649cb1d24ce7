import type { FileStore } from '@mocua/server/document';
import { checkForeignPdf, type ForeignSignature, type TrustedAuthorities } from '@mocua/server/signing';

/** Looks at the signature or seal in a file that the document management system issued. */
export class CheckIssuedFile {
  constructor(
    private readonly files: FileStore,
    private readonly trust: TrustedAuthorities,
  ) {}

  /** @param issuedAt - ISO instant; when the certificates have to be valid */
  async execute(sha256: string, issuedAt: string): Promise<ForeignSignature> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of (await this.files.open(sha256)) as AsyncIterable<Uint8Array>)
      chunks.push(chunk);
    return checkForeignPdf(Buffer.concat(chunks), await this.trust.roots(), new Date(issuedAt));
  }
}
