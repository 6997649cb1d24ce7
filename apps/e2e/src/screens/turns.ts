import { isDeep } from '@mocua/testing';
import type { Screen } from './screen';
import type { State } from './states';

/** Looked at in every way every time: the first screens of every road. */
const always: ReadonlySet<string> = new Set([
  'portal trang-chu',
  'portal tim-kiem',
  'portal thu-tuc-nhieu-truong-hop',
  'portal tra-cuu',
  'portal ban-lam-duoc-gi',
  'portal ho-so-cua-toi',
  'portal tin-nhan',
  'portal cai-dat',
  'workspace tiep-nhan',
  'workspace ho-so',
  'kiosk chao',
]);

/**
 * Whether a screen is looked at with forced colours at four times its size too: all of them in `npm run test:deep`, else those
 * above and a tenth of the others. `MOCUA_SEED` (an integer) chooses another tenth.
 */
export function isForced(screen: Screen): boolean {
  return hasTurn(screen, 10);
}

/**
 * The states a screen is looked at in: the usual one every time; all others in `npm run test:deep`, else of those above and of a
 * sixth of the others.
 */
export function statesInTurn(screen: Screen): readonly State[] {
  return hasTurn(screen, 6) ? ['usual', ...screen.states] : ['usual'];
}

function hasTurn({ app, name }: Screen, parts: number): boolean {
  const key = `${app} ${name}`;
  const seed = Number(process.env['MOCUA_SEED'] ?? '6');
  return isDeep() || always.has(key) || sumOf(key) % parts === seed % parts;
}

function sumOf(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);
}
