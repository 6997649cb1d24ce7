import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { TrustedAuthorities } from './ports';

/** Authorities in a PEM file; while there is none, nobody is trusted. */
export class TrustedAuthoritiesFile extends TrustedAuthorities {
  constructor(private readonly path: string) {
    super();
  }

  override async roots(): Promise<readonly X509Certificate[]> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
    return blocks.map((block) => new X509Certificate(block));
  }
}
