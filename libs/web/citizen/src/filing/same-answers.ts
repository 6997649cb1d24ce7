import type { Answers, DraftView } from '@mocua/contract';
import { compilePublished, readBack } from '@mocua/engine/eform/page';
import { formFacts } from './today';

/** Whether two sets of answers say the same on the form of a draft, however each was written down. */
export function sameAnswers({ form }: Pick<DraftView, 'form'>, one: Answers, other: Answers): boolean {
  const compiled = compilePublished(form);
  if (!compiled.ok) return false;
  const lookups = { facts: formFacts(new Date()), unitName: (unitId: string) => unitId };
  const said = (answers: Answers): string => JSON.stringify(readBack(compiled.form, answers, lookups));
  return said(one) === said(other);
}
