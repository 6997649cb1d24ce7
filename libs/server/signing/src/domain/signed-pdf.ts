import {
  type CertificateFault,
  certificateFault,
  readCertificate,
  type SignerCertificate,
} from './certificate';
import type { X509Certificate } from 'node:crypto';
import { isSignatureOf, signatureMessage, signedAttributes } from './cms';
import { partsOf, readDer, tags } from './der';
import { embed, makeSignable } from './signable-pdf';

/** What a check of a signed PDF found. */
export type SignatureCheck =
  | { readonly holds: true; readonly holder: string }
  | { readonly holds: false; readonly fault: 'changed' | CertificateFault };

export interface PaperToCheck {
  /** The file that is given out. */
  readonly signed: Buffer;
  /** The paper as it was printed before. */
  readonly printed: Buffer;
  readonly reason: string;
  readonly at: Date;
  readonly roots: readonly X509Certificate[];
}

/**
 * Whether a file is the printed paper with a signature that holds: it is made once more from the paper and the signature in
 * the file, and has to come out the same to the last byte. The certificate is judged as of the time of signing.
 */
export function checkSignedPdf({ signed, printed, reason, at, roots }: PaperToCheck): SignatureCheck {
  const found = signatureIn(signed);
  const [leaf] = found?.chain ?? [];
  if (!found || !leaf) return { holds: false, fault: 'changed' };
  const signable = makeSignable(printed, { signer: leaf.holder, reason, at });
  const attributes = signedAttributes(signable.digest, leaf);
  const isSame =
    isSignatureOf(attributes, leaf, found.signature) &&
    embed(signable, signatureMessage(attributes, found.chain, found.signature)).equals(signed);
  if (!isSame) return { holds: false, fault: 'changed' };
  const fault = certificateFault(found.chain, roots, at);
  return fault === null ? { holds: true, holder: leaf.holder } : { holds: false, fault };
}

/** Signature and certificates, the one of the signer first; null where there are none that can be read. */
export function signatureIn(
  signed: Buffer,
): { readonly chain: readonly SignerCertificate[]; readonly signature: Buffer } | null {
  const hex = /\/Contents <([0-9a-f]+)>/u.exec(
    signed.toString('latin1', Math.max(0, signed.length - 64_000)),
  )?.[1];
  if (hex === undefined) return null;
  try {
    const padded = Buffer.from(hex, 'hex');
    const length = 4 + padded.readUInt16BE(2);
    const [, wrapped] = partsOf(readDer(padded.subarray(0, length)));
    if (!wrapped) return null;
    const [, , , certificates, signers] = partsOf(readDer(wrapped.content));
    const signer = signers && partsOf(signers)[0];
    if (!certificates || !signer) return null;
    const [, who, , , , signature] = partsOf(signer);
    const all = partsOf(certificates).map(({ bytes }) => readCertificate(bytes));
    const leaf = all.find(({ issuer, serial }) => who?.content.equals(Buffer.concat([issuer, serial])));
    if (!leaf || signature?.tag !== tags.octets) return null;
    return { chain: [leaf, ...all.filter((each) => each !== leaf)], signature: signature.content };
  } catch {
    // Whatever cannot be read is no signature of ours.
    return null;
  }
}
