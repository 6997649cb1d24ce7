import type { Answers } from '@mocua/contract';
import type { CompiledForm } from '@mocua/engine/eform';

const named = ['personalId', 'fullName', 'birthDate'] as const;

/**
 * The person of a filing at a counter as they were written down at its beginning, read from the fields that ask for them.
 * A form that does not ask for one of the three says too little to ask a register by.
 */
export function declaredPerson(
  form: CompiledForm,
  prefilled: Answers,
): Readonly<Partial<Record<(typeof named)[number], string>>> {
  const found = [...form.fields].flatMap(([id, { definition }]) => {
    const claim = named.find((each) => each === definition.prefill?.claim);
    const value = prefilled[id];
    return claim !== undefined && typeof value === 'string' ? [[claim, value] as const] : [];
  });
  return Object.fromEntries(found);
}
