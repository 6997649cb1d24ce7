import { foldVietnamese } from '@mocua/engine/vietnamese';
import type { NationalRecordView } from '@mocua/contract';

const common = /\b(?:chung|moi truong hop|bat buoc)\b/u;
const additional = /\b(?:bo sung|kem theo|them|tuy truong hop)\b/u;

/**
 * How the cases of a record go together, from their names. “Hồ sơ chung” beside “Giấy tờ bổ sung” is additive; anything else
 * that has two cases is left to the publisher, also what looks like alternatives: a wrong guess would cost people a paper.
 */
export function readCasesTogether(names: readonly string[]): NationalRecordView['casesTogether'] {
  if (names.length < 2) return 'single';
  const folded = names.map(foldVietnamese);
  const hasCommon = folded.some((name) => common.test(name) && !additional.test(name));
  const others = folded.filter((name) => !common.test(name) || additional.test(name));
  return hasCommon && others.length > 0 && others.every((name) => additional.test(name))
    ? 'additive'
    : 'unclear';
}
