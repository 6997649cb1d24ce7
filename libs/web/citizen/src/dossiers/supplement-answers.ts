import type { Answers } from '@mocua/contract';
import type { FormState } from '@mocua/engine/eform';

/**
 * What goes out when a supplement is answered: every asked answer, and those that follow an asked one and changed.
 * Null empties an answer; a key that is left out stays as it was.
 */
export function supplementAnswers(state: FormState, before: Answers): Answers {
  const { open } = state.form;
  if (open === null) return {};
  const now = state.answers;
  const sent: Record<string, Answers[string]> = {};
  for (const key of open.asked) sent[key] = visible(state, key) ? (now[key] ?? null) : null;
  for (const key of open.following) {
    const value = visible(state, key) ? (now[key] ?? null) : null;
    if (JSON.stringify(value) !== JSON.stringify(before[key] ?? null)) sent[key] = value;
  }
  return sent;
}

function visible(state: FormState, key: string): boolean {
  return state.field(key)?.visible ?? state.section(key)?.visible ?? false;
}
