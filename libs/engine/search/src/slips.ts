const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Whether two letters lie side by side on the keyboard. */
export function areNeighbours(a: string, b: string): boolean {
  const [one, other] = [placeOf(a), placeOf(b)];
  return (
    one !== null && other !== null && Math.abs(one.row - other.row) <= 1 && Math.abs(one.x - other.x) <= 1
  );
}

function placeOf(letter: string): { row: number; x: number } | null {
  for (const [row, keys] of rows.entries()) {
    const at = keys.indexOf(letter);
    // Each row stands half a key to the right of the one above it.
    if (at >= 0) return { row, x: at + row / 2 };
  }
  return null;
}

/**
 * How likely a finger makes this slip, from 0 to 1. Both words are one slip apart.
 *
 * @param typed - what came out
 * @param meant - what should have come out
 */
export function slipLikelihood(typed: string, meant: string): number {
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  const here = typed.charAt(at);
  if (typed.length > meant.length) return here === typed[at - 1] || here === typed[at + 1] ? 1 : 0.75;
  if (typed.length < meant.length) return 0.75;
  if (here === meant[at + 1] && typed[at + 1] === meant[at]) return 1;
  return areNeighbours(here, meant.charAt(at)) ? 0.9 : 0.7;
}
