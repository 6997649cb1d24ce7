import { describe, expect, it } from '@jest/globals';
import { sign } from 'node:crypto';
import { DocumentPrinter } from '@mocua/server/document';
import { readCertificate } from '../src/domain/certificate';
import { signatureMessage, signedAttributes } from '../src/domain/cms';
import { checkForeignPdf } from '../src/domain/foreign-signature';
import { embed, makeSignable } from '../src/domain/signable-pdf';
// eslint-disable-next-line @nx/enforce-module-boundaries -- test code of the printer, which makes papers
import { aResult } from '../../document/test/print-data.builder';
import { Authority, type Holder } from './authority.builder';

const authority = new Authority();
const leader = authority.issue({ name: 'Quách Văn Thắng', personalId: '099077000211' });
const at = new Date('2026-11-20T03:00:00Z');
const printed = new DocumentPrinter().print('result', aResult());

function signedBy(holder: Holder, key = holder.key): Buffer {
  const chain = authority.chainOf(holder).map(readCertificate);
  const [leaf] = chain;
  if (!leaf) throw new Error('no certificate');
  const signable = makeSignable(printed, { signer: leaf.holder, reason: 'Phát hành', at });
  const attributes = signedAttributes(signable.digest, leaf);
  return embed(signable, signatureMessage(attributes, chain, sign('sha256', attributes, key)));
}

const check = (file: Buffer, when = at, roots = authority.roots) => checkForeignPdf(file, roots, when);

describe('a signature that another system put into a PDF', () => {
  const signed = signedBy(leader);

  it('holds and names its signer, whoever made the file', () => {
    expect(check(signed)).toEqual({ state: 'holds', signers: ['Quách Văn Thắng'] });
  });

  it('is none where there is none', () => {
    expect(check(printed)).toEqual({ state: 'none' });
    expect(check(Buffer.from('%PDF-1.4 một tệp khác'))).toEqual({ state: 'none' });
  });

  it.each([
    ['one byte of what was signed is another', (file: Buffer) => file.fill(0x41, 900, 901)],
    ['something was added behind it', (file: Buffer) => Buffer.concat([file, Buffer.from('1 0 obj\n')])],
    ['the end was cut off', (file: Buffer) => file.subarray(0, file.length - 8)],
    [
      'the range leaves out more than the signature',
      (file: Buffer) =>
        Buffer.from(file.toString('latin1').replace('/ByteRange [0 ', '/ByteRange [9 '), 'latin1'),
    ],
  ])('does not hold when %s', (_what, change) => {
    expect(check(change(Buffer.from(signed)))).toEqual({ state: 'changed' });
  });

  it('does not hold when somebody else signed', () => {
    const other = authority.issue({ name: 'Người khác' });
    expect(check(signedBy(leader, other.key))).toEqual({ state: 'changed' });
  });

  it('cannot be verified when nobody here knows the authority, or the certificate was not valid then', () => {
    const signers = ['Quách Văn Thắng'];
    expect(check(signed, at, new Authority().roots)).toEqual({
      state: 'unverifiable',
      fault: 'untrusted',
      signers,
    });
    const later = new Date('2031-01-01T00:00:00Z');
    expect(check(signed, later)).toEqual({ state: 'unverifiable', fault: 'not-valid-then', signers });
  });

  it('cannot be verified when it is written in a way that is not understood', () => {
    const text = signed.toString('latin1');
    const odd = Buffer.from(text.replace(/\/Contents <30/u, '/Contents <ff'), 'latin1');
    expect(check(odd)).toEqual({ state: 'unverifiable', fault: 'format', signers: [] });
  });
});
