import {
  type EligibilityPage,
  type EligibleProcedure,
  findEligibleProcedures,
  type PageFormError,
  personFacts,
  type PersonFactName,
  type PersonFacts,
} from '@mocua/contract';
import type { FormPage, SentForm } from './page-forms';

/** So many questions at a time: one screen of a phone. */
const atOnce = 3;

const isFact = (name: string): name is PersonFactName => Object.hasOwn(personFacts, name);

/** A step of the questions: asks what settles most, leaving out what was left open before. */
export function eligibilityPage(told: {
  readonly facts: PersonFacts;
  readonly skipped: readonly PersonFactName[];
  readonly next: readonly PersonFactName[];
  readonly errors: readonly PageFormError[];
  readonly procedures: readonly EligibleProcedure[] | null;
}): EligibilityPage {
  const { next, ...rest } = told;
  return {
    kind: 'eligibility',
    ...rest,
    ask: next.filter((name) => !told.skipped.includes(name)).slice(0, atOnce),
  };
}

export const eligibility: FormPage = {
  route: '/ban-lam-duoc-gi',
  answer: async (ask, form) => {
    const asked = namesIn(form.get('hoi'));
    const { facts, wrong } = factsOf(form);
    const errors = wrong.map((target) => ({ target, message: 'fact' }));
    const skipped = [
      ...new Set([
        ...namesIn(form.get('bo-qua')),
        ...asked.filter((name) => facts[name] === undefined && !wrong.includes(name)),
      ]),
    ];
    const { procedures, next } = await ask.call(findEligibleProcedures, { body: { facts } });
    return eligibilityPage({
      facts,
      skipped: skipped.filter((name) => !wrong.includes(name)),
      next: [...wrong, ...next.filter((name) => !wrong.includes(name))],
      errors,
      procedures,
    });
  },
  again: () => ({ kind: 'eligibility', facts: {}, skipped: [], ask: [], errors: [], procedures: null }),
};

function namesIn(text: string | undefined): PersonFactName[] {
  return (text ?? '').split(' ').filter(isFact);
}

/** What was told, now or on a page before; an answer that is no answer to its question is named. */
function factsOf(form: SentForm): { facts: PersonFacts; wrong: PersonFactName[] } {
  const facts: Record<string, string | number | boolean> = {};
  const wrong: PersonFactName[] = [];
  for (const name of Object.keys(personFacts).filter(isFact)) {
    const sent = form.get(name)?.trim() ?? '';
    if (sent === '') continue;
    const definition = personFacts[name];
    if (definition.type === 'boolean') {
      if (sent === 'true' || sent === 'false') facts[name] = sent === 'true';
    } else if (definition.type === 'choice') {
      if (Object.hasOwn(definition.options, sent)) facts[name] = sent;
    } else {
      const number = /^\d{1,3}$/u.test(sent) ? Number(sent) : Number.NaN;
      if (number >= definition.min && number <= definition.max) facts[name] = number;
      else wrong.push(name);
    }
  }
  return { facts: facts as PersonFacts, wrong };
}
