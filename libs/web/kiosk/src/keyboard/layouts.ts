import type { Method } from './composer';

/** Rows of letters; the accented layout has the seven letters that Vietnamese adds as keys of their own. */
export const letterRows: Readonly<Record<Method, readonly (readonly string[])[]>> = {
  direct: [[...'ăâđêôơư'], [...'qwertyuiop'], [...'asdfghjkl'], [...'zxcvbnm']],
  telex: [[...'qwertyuiop'], [...'asdfghjkl'], [...'zxcvbnm']],
  vni: [[...'qwertyuiop'], [...'asdfghjkl'], [...'zxcvbnm']],
};

export const digitRow: readonly string[] = [...'1234567890'];
export const digitPad: readonly (readonly string[])[] = [[...'123'], [...'456'], [...'789']];
export const signRow: readonly string[] = [...',.-/:%@'];

/** Tone keys with the name a person knows them by. */
export const toneRow = [
  { tone: 'acute', sign: 'á', name: 'acute' },
  { tone: 'grave', sign: 'à', name: 'grave' },
  { tone: 'hook', sign: 'ả', name: 'hook' },
  { tone: 'tilde', sign: 'ã', name: 'tilde' },
  { tone: 'dot', sign: 'ạ', name: 'dot' },
] as const;

export const methods: readonly Method[] = ['direct', 'telex', 'vni'];
