import { describe, expect, it } from '@jest/globals';
import { aJpeg, aPdf, aPng } from '../../test/file.builder';
import { acceptedMediaType, presentableFileName } from './file-kind';

function look(fileName: string, content: Buffer): Promise<string | null> {
  return acceptedMediaType({ fileName, head: content.subarray(0, 4100), tail: content.subarray(-1024) });
}

describe('recognising what was handed in', () => {
  it.each([
    ['đơn.pdf', aPdf(), 'application/pdf'],
    ['ĐƠN.PDF', aPdf(), 'application/pdf'],
    ['ảnh.jpg', aJpeg(), 'image/jpeg'],
    ['ảnh.JPEG', aJpeg(), 'image/jpeg'],
    ['ảnh.png', aPng(), 'image/png'],
    ['không đuôi', aJpeg(), 'image/jpeg'],
    ['hóa đơn ngày 3.4', aPdf(), null],
    // A phone that appends data of its own behind the picture.
    ['ảnh.jpg', Buffer.concat([aJpeg(), Buffer.from('SEFHe\u0000SEFT')]), 'image/jpeg'],
  ])('takes %s for what its content is', async (name, content, expected) => {
    expect(await look(name, content)).toBe(expected);
  });

  it.each([
    ['a program', 'x.pdf', Buffer.from('MZ'.padEnd(2000, 'x'))],
    ['a page', 'x.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with script', 'x.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
    ['an archive', 'x.pdf', Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(500)])],
    ['plain text', 'x.pdf', Buffer.from('Kính gửi')],
    ['zeros', 'x.jpg', Buffer.alloc(5000)],
    ['a picture that is named a PDF', 'x.pdf', aJpeg()],
    ['a PDF that is named a picture', 'x.jpg', aPdf()],
    ['a PDF with a second extension', 'x.pdf.exe', aPdf()],
    ['a PDF without an end', 'x.pdf', aPdf().subarray(0, 1500)],
    ['a PDF with something before it', 'x.pdf', Buffer.concat([Buffer.from('GIF89a'), aPdf()])],
    ['a picture without an end', 'x.png', aPng().subarray(0, -8)],
    [
      'a picture with an archive behind it',
      'x.png',
      Buffer.concat([aPng(), Buffer.from('PK\u0005\u0006'.padEnd(22, '\u0000'), 'latin1')]),
    ],
    [
      'a photo with an archive behind it',
      'x.jpg',
      Buffer.concat([aJpeg(), Buffer.from('PK\u0005\u0006'.padEnd(22, '\u0000'), 'latin1')]),
    ],
    [
      'a PDF with an archive behind it',
      'x.pdf',
      Buffer.concat([aPdf(), Buffer.from('PK\u0005\u0006'.padEnd(22, '\u0000'), 'latin1')]),
    ],
    [
      'a photo that is a PDF too',
      'x.jpg',
      Buffer.concat([aJpeg().subarray(0, 40), Buffer.from('%PDF-1.7'), aJpeg(), Buffer.from('%%EOF')]),
    ],
    [
      'a photo that is a page too',
      'x.jpg',
      Buffer.concat([aJpeg().subarray(0, 40), Buffer.from('<script>'), aJpeg()]),
    ],
  ])('refuses %s', async (_what, name, content) => {
    expect(await look(name, content)).toBeNull();
  });
});

describe('a file name for showing', () => {
  it.each([
    ['C:\\Users\\Uong\\giấy khai sinh.jpg', 'giấy khai sinh.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['\u202Egpj.exe', 'gpj.exe'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['Gia\u0302\u0301y.pdf', 'Giấy.pdf'],
    ['.htaccess', 'htaccess'],
    ['   ', 'tep'],
    ['<script>.pdf', 'script.pdf'],
  ])('makes %j into %j', (given, expected) => {
    expect(presentableFileName(given)).toBe(expected);
  });

  it('keeps the extension of a very long name', () => {
    const name = presentableFileName(`${'Đ'.repeat(300)}.pdf`);
    expect([...name]).toHaveLength(120);
    expect(name.endsWith('.pdf')).toBe(true);
  });
});
