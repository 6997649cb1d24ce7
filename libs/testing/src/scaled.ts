declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

/** Whether this is `npm run test:deep`. */
export function isDeep(): boolean {
  return process.env['MOCUA_DEEP'] === '1';
}

/**
 * Chooses how much a test does.
 * @param small count for every `npm test`
 * @param deep count for `npm run test:deep`
 */
export function scaled(small: number, deep: number): number {
  return isDeep() ? deep : small;
}
