import type { FaultCode, FaultParams } from './record-fault';

/** What is wrong with one text, or null. */
export type TextRule = (said: string) => { readonly code: FaultCode; readonly params?: FaultParams } | null;

const maxTextLength = 20_000;
const maxAmount = 999_999_999_999;

/** The suffix names the province that localised the procedure. */
const procedureCodePattern = /^\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2})?(?:\.H\d{2})?$/u;
const shortCodePattern = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,59}$/u;
const minus = /^\s*[-−–]\s*\d/u;

function fault(code: FaultCode, said: string) {
  return { code, params: { said } };
}

/** What no text may hold: it would be invisible, lie about its order on the screen, or was broken on the way. */
export const anyText: TextRule = (said) => {
  if (said.length > maxTextLength) return { code: 'text-too-long', params: { max: maxTextLength } };
  // Halves of surrogate pairs, and the mark that a decoder leaves for what it could not read.
  if (/[\ud800-\udfff\ufffd]/u.test(said)) return { code: 'broken-character' };
  // eslint-disable-next-line no-control-regex -- the point is to refuse control characters
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/u.exec(said);
  if (control) return { code: 'control-character', params: { character: nameOf(control[0]) } };
  const direction = /[\u202a-\u202e\u2066-\u2069]/u.exec(said);
  if (direction) return { code: 'direction-character', params: { character: nameOf(direction[0]) } };
  return null;
};

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export const procedureCode: TextRule = (said) => {
  if (said.trim() === '') return { code: 'code-missing' };
  return procedureCodePattern.test(said) ? null : fault('code-pattern', said);
};

export const procedureName: TextRule = (said) => (said.trim() === '' ? { code: 'name-missing' } : null);

export const channelCode: TextRule = (said) =>
  ['1', '2', '3'].includes(said) ? null : fault('channel-unknown', said);

/** Codes of fields, agencies, papers, fees: no common pattern is published, but none holds blanks or quotes. */
export const shortCode: TextRule = (said) =>
  said === '' || shortCodePattern.test(said) ? null : fault('short-code-pattern', said);

/** Words such as “theo quy định” stay as said; what looks like a number must be one that money can have. */
export const amountText: TextRule = (said) => {
  const text = said.trim();
  if (minus.test(text)) return fault('amount-negative', said);
  const digits = /^\d{1,3}(?:[.,]\d{3})+$/u.test(text) ? text.replaceAll(/[.,]/gu, '') : text;
  if (/^\d+$/u.test(digits)) return Number(digits) > maxAmount ? fault('amount-huge', said) : null;
  if (/^\d*[.,]\d+$/u.test(text)) return fault('amount-decimal', said);
  return text !== '' && !Number.isNaN(Number(text)) ? fault('amount-odd', said) : null;
};

/** Numbers of copies are small; anything else in words stays as said. */
export const countText: TextRule = (said) => {
  const text = said.trim();
  const looksLikeNumber = minus.test(text) || /^[\d.,]+$/u.test(text);
  return looksLikeNumber && !/^\d{1,3}$/u.test(text) ? fault('count-invalid', said) : null;
};

export const timeText: TextRule = (said) => {
  if (minus.test(said)) return fault('time-negative', said);
  const range = /^\s*(\d{1,6})\s*[-–]\s*(\d{1,6})\s*$/u.exec(said);
  return range && Number(range[1]) > Number(range[2]) ? fault('time-reversed', said) : null;
};

/** Addresses become links, so a script or a local file must not come in by one. */
export const formAddress: TextRule = (said) => {
  const scheme = /^[\s\u00a0]*([a-z][a-z0-9+.-]*)\s*:/iu.exec(said)?.[1];
  return scheme !== undefined && !/^https?$/iu.test(scheme) ? fault('form-address', said) : null;
};
