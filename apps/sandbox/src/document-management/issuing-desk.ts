import { join } from 'node:path';
import { demoPeople } from '@mocua/server/identity/demo';
import { DemoAuthority } from '../signing/demo-authority';
import { onePage } from '../web/one-page';
import type { OutgoingDocument } from './document-book';
import { signedPage } from './signed-page';

/** What is to be in the file that is issued: a signature that holds, none, one of an unknown authority, one that was tampered with. */
export const issuedSignatures = ['holds', 'none', 'foreign', 'broken'] as const;
export type IssuedSignature = (typeof issuedSignatures)[number];

/** Makes the file a document is issued as. It is signed where the leader is one of the demo people, who alone have certificates. */
export class IssuingDesk {
  private constructor(private readonly authority: DemoAuthority) {}

  /** @param folder - of the sandbox; the authority is that of its signing service */
  static async open(folder: string): Promise<IssuingDesk> {
    return new IssuingDesk(await DemoAuthority.open(join(folder, 'signing'), new Date()));
  }

  paperOf({ handed, number }: OutgoingDocument, signer: string, signature: IssuedSignature): Buffer {
    const line = `VAN BAN SO ${number?.number ?? ''} (MAU) ${handed.MaTrinh.slice(-8)}`;
    const key = demoPeople.find(({ name }) => name === signer)?.key;
    const id = `CTS-${key ?? ''}${signature === 'foreign' ? '.he-khac' : ''}`;
    const credential = signature === 'none' ? null : this.authority.credential(id);
    if (!credential) return onePage(line);
    const paper = signedPage(line, credential);
    if (signature === 'broken') paper.write('VAN BAN SUA', paper.indexOf('VAN BAN SO'), 'latin1');
    return paper;
  }
}
