import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentPrinter } from '@mocua/server/document';
import { certificateFault, readCertificate } from '../src/domain/certificate';
import { signatureMessage, signedAttributes } from '../src/domain/cms';
import { embed, makeSignable } from '../src/domain/signable-pdf';
import { checkSignedPdf, signatureIn } from '../src/domain/signed-pdf';
// eslint-disable-next-line @nx/enforce-module-boundaries -- test code of the printer, which makes papers
import { aResult } from '../../document/test/print-data.builder';
import { Authority, type Holder } from './authority.builder';

const authority = new Authority();
const leader = authority.issue({ name: 'Quách Văn Thắng', personalId: '099077000211' });
const at = new Date('2026-11-20T03:00:00Z');
const reason = 'Ký kết quả giải quyết thủ tục hành chính';
const printed = new DocumentPrinter().print('result', aResult());

function signedBy(holder: Holder, by: Holder = holder, when = at): Buffer {
  const chain = authority.chainOf(holder).map(readCertificate);
  const [leaf] = chain;
  if (!leaf) throw new Error('no certificate');
  const signable = makeSignable(printed, { signer: leaf.holder, reason, at: when });
  const attributes = signedAttributes(signable.digest, leaf);
  return embed(signable, signatureMessage(attributes, chain, sign('sha256', attributes, by.key)));
}

const check = (signed: Buffer, when = at) =>
  checkSignedPdf({ signed, printed, reason, at: when, roots: authority.roots });

/** A second opinion where it can be had; the other cases need nothing. */
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe('a signed PDF', () => {
  const signed = signedBy(leader);

  it('holds, names its signer, and begins with the paper as it was printed', () => {
    expect(check(signed)).toEqual({ holds: true, holder: 'Quách Văn Thắng' });
    expect(signed.subarray(0, printed.length).equals(printed)).toBe(true);
  });

  (hasOpenssl ? it : it.skip)('is a signature to another program that knows nothing of us', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mocua-signature-'));
    try {
      const text = signed.toString('latin1');
      const [, , first = 0, second = 0, rest = 0] =
        /\/ByteRange \[(0) +(\d+) +(\d+) +(\d+) *\]/u.exec(text)?.map(Number) ?? [];
      const content = Buffer.concat([signed.subarray(0, first), signed.subarray(second, second + rest)]);
      expect(second + rest).toBe(signed.length);
      const message = Buffer.from(text.slice(first + 1, second - 1), 'hex');
      writeFileSync(join(folder, 'content'), content);
      writeFileSync(join(folder, 'message'), message.subarray(0, 4 + message.readUInt16BE(2)));
      writeFileSync(join(folder, 'root.pem'), authority.roots.map(String).join(''));
      const verify = () =>
        execFileSync(
          'openssl',
          [
            'cms',
            '-verify',
            '-cades',
            '-binary',
            '-inform',
            'DER',
            '-purpose',
            'any',
            '-in',
            'message',
            '-content',
            'content',
            '-CAfile',
            'root.pem',
            '-attime',
            String(at.getTime() / 1000),
            '-out',
            'out',
          ],
          { cwd: folder, stdio: 'pipe' },
        );
      expect(verify).not.toThrow();
      content[400] = (content[400] ?? 0) ^ 1;
      writeFileSync(join(folder, 'content'), content);
      expect(verify).toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('does not hold when one byte of it was changed, wherever it stands', () => {
    for (let position = 0; position < signed.length; position += 997) {
      const changed = Buffer.from(signed);
      changed[position] = (changed[position] ?? 0) ^ 1;
      expect(check(changed)).toEqual({ holds: false, fault: 'changed' });
    }
    expect(check(Buffer.concat([signed, Buffer.from('\n')]))).toEqual({ holds: false, fault: 'changed' });
    expect(check(printed)).toEqual({ holds: false, fault: 'changed' });
    expect(signatureIn(printed)).toBeNull();
  });

  it('does not hold with the signature of another key or under another time', () => {
    const other = authority.issue({ name: 'Người Khác', personalId: '099077000999' });
    expect(check(signedBy(leader, other))).toEqual({ holds: false, fault: 'changed' });
    expect(check(signed, new Date(at.getTime() + 1000))).toEqual({ holds: false, fault: 'changed' });
  });
});

describe('a certificate', () => {
  const chainOf = (holder: Holder) => authority.chainOf(holder).map(readCertificate);

  it('says who holds it', () => {
    expect(readCertificate(leader.certificate)).toMatchObject({
      holder: 'Quách Văn Thắng',
      personalId: '099077000211',
      maySign: true,
    });
    expect(readCertificate(authority.issue({ name: 'Cơ quan' }).certificate).personalId).toBeNull();
    expect(() => readCertificate(Buffer.from('nothing'))).toThrow();
  });

  it('is believed only under an authority that is trusted, in its time, and for signing', () => {
    const { roots } = authority;
    expect(certificateFault(chainOf(leader), roots, at)).toBeNull();
    expect(certificateFault(chainOf(leader), new Authority().roots, at)).toBe('untrusted');
    expect(certificateFault(chainOf(leader), [], at)).toBe('untrusted');
    expect(certificateFault(chainOf(leader).slice(0, 1), roots, at)).toBe('untrusted');
    const expired = authority.issue({ name: 'A', until: new Date('2026-10-01T00:00:00Z') });
    expect(certificateFault(chainOf(expired), roots, at)).toBe('not-valid-then');
    const later = authority.issue({ name: 'B', from: new Date('2026-12-01T00:00:00Z') });
    expect(certificateFault(chainOf(later), roots, at)).toBe('not-valid-then');
    expect(certificateFault(chainOf(authority.issue({ name: 'C', mayOnlyEncrypt: true })), roots, at)).toBe(
      'wrong-use',
    );
    expect(certificateFault([readCertificate(authority.issuing.certificate)], roots, at)).toBe('wrong-use');
    expect(certificateFault([], roots, at)).toBe('unreadable');
  });
});
