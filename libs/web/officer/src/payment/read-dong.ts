/** Whole đồng as somebody types them, `24.000` as well as `24000`; null for anything else. */
export function readDong(text: string): number | null {
  const digits = text.replace(/[.\s]/gu, '').replace(/(?:đ|đồng)$/u, '');
  const dong = /^\d{1,13}$/u.test(digits) ? Number(digits) : Number.NaN;
  return Number.isSafeInteger(dong) ? dong : null;
}
