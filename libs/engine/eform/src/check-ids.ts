import type { FormDefinition } from '@mocua/contract';
import type { Report } from './check-shape';
import { isReservedName } from './check-rule';

/** Ids are unique where they are looked up, and never a word that expressions already know. */
export function checkIds(definition: FormDefinition, factNames: ReadonlySet<string>, report: Report): void {
  const pages = new Set<string>();
  const sections = new Set<string>();
  const answerKeys = new Set<string>();
  const claim = (seen: Set<string>, id: string, at: string): void => {
    if (seen.has(id)) report(at, 'duplicate-id', `Mã “${id}” đã dùng rồi.`, `The id “${id}” is used twice.`);
    seen.add(id);
  };
  const claimAnswer = (seen: Set<string>, id: string, at: string): void => {
    claim(seen, id, at);
    if (factNames.has(id) || isReservedName(id)) {
      report(
        at,
        'bad-id',
        `“${id}” là từ dành riêng của biểu thức.`,
        `“${id}” is a reserved word of expressions.`,
      );
    }
  };
  for (const page of definition.pages) {
    claim(pages, page.id, page.id);
    for (const section of page.sections) {
      const at = `${page.id}.${section.id}`;
      claim(sections, section.id, at);
      if (section.repeat !== undefined) claimAnswer(answerKeys, section.id, at);
      const keys = section.repeat === undefined ? answerKeys : new Set<string>();
      for (const field of section.fields) claimAnswer(keys, field.id, `${at}.${field.id}`);
    }
  }
}
