import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReceiptSigner, type SignedReceipt } from './receipt-signer';

const directory = mkdtempSync(join(tmpdir(), 'mocua-receipts-'));
const signer = ReceiptSigner.open(directory);
const content = {
  transactionCode: 'GD-7K3M',
  submittedAt: '2026-11-22T13:45:00Z',
  files: [{ name: 'giấy khai sinh.jpg', size: 3 }],
};

describe('a signed receipt', () => {
  it('can be checked with nothing but the listed key', () => {
    const receipt = signer.sign(content);
    const listed = signer.keys().find((key) => key.kid === receipt.keyId);
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: listed?.x ?? '' }, format: 'jwk' });
    const bytes = Buffer.from(receipt.canonical, 'utf8');
    expect(verify(null, bytes, key, Buffer.from(receipt.signature, 'base64url'))).toBe(true);
    expect(receipt.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(JSON.parse(receipt.canonical)).toEqual(content);
  });

  it('is the same whatever the order of the keys, and by every process of the installation', () => {
    const { files, submittedAt, transactionCode } = content;
    expect(ReceiptSigner.open(directory).sign({ files, submittedAt, transactionCode })).toEqual(
      signer.sign(content),
    );
    expect(statSync(join(directory, 'receipt-signing.pem')).mode & 0o777).toBe(0o600);
  });

  it('is not valid when anything of it was changed', () => {
    const receipt = signer.sign(content);
    expect(signer.verify(receipt)).toBe(true);
    const other = signer.sign({ ...content, transactionCode: 'GD-OTHER' });
    const changed: SignedReceipt[] = [
      { ...receipt, canonical: receipt.canonical.replace('GD-7K3M', 'GD-7K3N') },
      { ...other, signature: receipt.signature },
      { ...receipt, sha256: other.sha256 },
      { ...receipt, keyId: 'unknown' },
      { ...receipt, signature: '' },
      { ...receipt, signature: 'khônghợplệ' },
    ];
    expect(changed.map((each) => signer.verify(each))).toEqual(changed.map(() => false));
  });

  it('is valid for any content and never for any other', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (json, at) => {
        const receipt = signer.sign(json);
        expect(signer.verify(receipt)).toBe(true);
        const place = at % receipt.canonical.length;
        const canonical = `${receipt.canonical.slice(0, place)}\u0001${receipt.canonical.slice(place + 1)}`;
        expect(signer.verify({ ...receipt, canonical })).toBe(false);
      }),
      { numRuns: 100, seed: 908 },
    );
  });

  it('of another installation is not ours', () => {
    const stranger = ReceiptSigner.open(mkdtempSync(join(tmpdir(), 'mocua-receipts-')));
    expect(signer.verify(stranger.sign(content))).toBe(false);
  });
});
