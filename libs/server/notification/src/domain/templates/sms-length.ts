/** Letters of the default alphabet of text messages (GSM 03.38) that Vietnamese without accents and English need. */
const defaultAlphabet = /^[A-Za-z0-9 \r\n@$_!"#%&'()*+,\-./:;<=>?]*$/u;

/** Room of one text message: 160 letters of the default alphabet, or 70 of any other (UCS-2). */
const oneMessage = { gsm: 160, ucs2: 70 } as const;

/** Whether a text is one message, so that no telephone shows it in pieces and nobody pays for two. */
export function fitsOneMessage(text: string): boolean {
  return text.length <= (defaultAlphabet.test(text) ? oneMessage.gsm : oneMessage.ucs2);
}

/** Vietnamese without its accents: people read it well, and twice as much of it goes into a message. */
export function unaccented(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[–—]/gu, '-')
    .replaceAll('’', "'");
}
