/** The small number of runs, or the big one when `MOCUA_DEEP=1` asks for it. */
export function scaled(small: number, deep: number): number {
  const holder = globalThis as {
    readonly process?: { readonly env: Readonly<Record<string, string | undefined>> };
  };
  return holder.process?.env['MOCUA_DEEP'] === '1' ? deep : small;
}
