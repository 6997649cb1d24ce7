/**
 * Vietnamese text as people type it in a hurry: lower case, without tones and marks, `đ` as `d`, everything that is no
 * letter or digit as one space. Equal for composed and decomposed input.
 *
 * @example foldVietnamese('Cấp bản sao từ sổ gốc') // 'cap ban sao tu so goc'
 */
export function foldVietnamese(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Folded words of a text. */
export function foldedWords(text: string): readonly string[] {
  const folded = foldVietnamese(text);
  return folded === '' ? [] : folded.split(' ');
}
