import type { FormFacts } from '@mocua/engine/eform';

const vietnamMs = 7 * 3_600_000;

/** What a form knows besides the answers: the day in Vietnam, which has kept UTC+7 all year since 1975. */
export function factsAt(instant: string | number): FormFacts {
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  return { today: new Date(at + vietnamMs).toISOString().slice(0, 10) };
}
