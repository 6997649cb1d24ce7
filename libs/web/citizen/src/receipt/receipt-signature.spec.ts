import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { checkReceipt, readReceipt, type SignedReceipt, type SigningKey } from './receipt-signature';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key: SigningKey = {
  kty: 'OKP',
  crv: 'Ed25519',
  kid: 'k1',
  x: String(publicKey.export({ format: 'jwk' })['x']),
};

function receiptOf(canonical: string): SignedReceipt {
  return {
    canonical,
    sha256: createHash('sha256').update(canonical).digest('hex'),
    signature: sign(null, Buffer.from(canonical), privateKey).toString('base64url'),
    keyId: 'k1',
  };
}

describe('a signed receipt', () => {
  const receipt = receiptOf('{"transactionCode":"GD-1","unit":"Xã Bình Minh"}');

  it('is valid as it was issued, in either base64 alphabet', async () => {
    const standard = Buffer.from(receipt.signature, 'base64url').toString('base64');
    await expect(checkReceipt(receipt, [key])).resolves.toBe('valid');
    await expect(checkReceipt({ ...receipt, signature: standard }, [key])).resolves.toBe('valid');
  });

  it('is invalid after any single change', async () => {
    for (let position = 0; position < receipt.canonical.length; position += 1) {
      const code = receipt.canonical.codePointAt(position) ?? 0;
      const canonical = `${receipt.canonical.slice(0, position)}${String.fromCodePoint(code ^ 1)}${receipt.canonical.slice(position + 1)}`;
      await expect(checkReceipt({ ...receipt, canonical }, [key])).resolves.toBe('invalid');
    }
  });

  it('is invalid when content and hash were changed together', async () => {
    const forged = receiptOf('{"transactionCode":"GD-2"}');
    await expect(checkReceipt({ ...forged, signature: receipt.signature }, [key])).resolves.toBe('invalid');
  });

  it('is invalid under a key the portal does not publish, or with a signature that is none', async () => {
    await expect(checkReceipt({ ...receipt, keyId: 'k2' }, [key])).resolves.toBe('invalid');
    await expect(checkReceipt({ ...receipt, signature: '<>' }, [key])).resolves.toBe('invalid');
  });

  it('is read only from a whole receipt', () => {
    expect(readReceipt(JSON.stringify(receipt))).toEqual(receipt);
    for (const text of [
      '',
      'xin chào',
      'null',
      '[]',
      '{"canonical":"x"}',
      JSON.stringify({ ...receipt, sha256: 1 }),
    ]) {
      expect(readReceipt(text)).toBeNull();
    }
  });
});
