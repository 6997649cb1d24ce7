/** Longest text that is kept of an allowed field. */
const longestKept = 200;
const deepest = 6;

/**
 * Keeps the fields that are named and nothing else: what is not known to be harmless is personal. Arrays and objects are
 * looked into; the shape stays readable, every other value becomes `…`.
 *
 * @param keep - field names, compared without regard to case
 */
export function redact(value: unknown, keep: ReadonlySet<string>, depth = 0): unknown {
  if (depth > deepest) return '…';
  if (Array.isArray(value)) return value.slice(0, 20).map((item) => redact(item, keep, depth + 1));
  if (typeof value !== 'object' || value === null) return '…';
  return Object.fromEntries(
    Object.entries(value).map(([name, item]: [string, unknown]) => {
      const isPlain = typeof item !== 'object' || item === null;
      if (!isPlain) return [name, redact(item, keep, depth + 1)];
      if (!keep.has(name.toLowerCase())) return [name, '…'];
      return [name, typeof item === 'string' ? item.slice(0, longestKept) : item];
    }),
  );
}
