import type { FormFacts } from '@mocua/engine/eform';

/** The facts a form sees in the browser: today in Vietnam, wherever the person is. */
export function formFacts(now: Date): FormFacts {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now);
  return { today };
}
