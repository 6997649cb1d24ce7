/** Situations in life that bring people to an office, and the words that find what they need then. */
export const lifeEvents: readonly { readonly key: string; readonly words: string }[] = [
  { key: 'birth', words: 'khai sinh' },
  { key: 'papers', words: 'bản sao trích lục' },
  { key: 'certify', words: 'chứng thực' },
  { key: 'business', words: 'hộ kinh doanh' },
  { key: 'land', words: 'đất đai' },
  { key: 'support', words: 'trợ cấp xã hội' },
  { key: 'disability', words: 'khuyết tật' },
  { key: 'loan', words: 'biện pháp bảo đảm' },
];

/** Where a situation leads. */
export function lifeEventAddress(words: string): string {
  return `/tim-kiem?q=${encodeURIComponent(words)}`;
}
