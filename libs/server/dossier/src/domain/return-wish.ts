import type { AddressValue, Answers, FormDefinition, OfficerDossierView } from '@mocua/contract';

/** How the applicant wants the result, and the address beside that question; null where the form does not ask. */
export function returnWishOf(
  form: FormDefinition,
  answers: Answers,
  methodField: string | null,
): OfficerDossierView['returnWish'] {
  const method = methodField === null ? undefined : answers[methodField];
  if (methodField === null || typeof method !== 'string') return null;
  const sections = form.pages.flatMap((page) => page.sections);
  const asking = sections.find((section) => section.fields.some(({ id }) => id === methodField));
  const address = asking?.fields.find(({ type }) => type === 'address');
  const phone = sections.flatMap((section) => section.fields).find(({ type }) => type === 'phone');
  const { text, wardName } = addressOf(address && answers[address.id]);
  const number = phone && answers[phone.id];
  return { method, phone: typeof number === 'string' ? number : '', street: text, ward: wardName ?? '' };
}

function addressOf(answer: Answers[string] | undefined): Pick<AddressValue, 'text' | 'wardName'> {
  const isAddress = typeof answer === 'object' && answer !== null && 'text' in answer;
  return isAddress ? answer : { text: '' };
}
