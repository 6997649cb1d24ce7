/** How many times the small number of runs; `MOCUA_DEEP=1` asks for the big counts. */
export function runs(small: number): number {
  const holder = globalThis as {
    readonly process?: { readonly env: Readonly<Record<string, string | undefined>> };
  };
  return holder.process?.env['MOCUA_DEEP'] ? small * 40 : small;
}

export const SEED = 20261122;
