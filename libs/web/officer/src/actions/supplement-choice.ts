import type { FieldProblem, FormDefinition, Localized, SupplementItem } from '@mocua/contract';

/** One thing an officer can ask for. */
export interface SupplementOption {
  readonly kind: SupplementItem['kind'];
  readonly ref: string;
  readonly label: Localized;
  /** What the applicant handed in: the shown answer or the names of the files; empty when nothing was. */
  readonly given: string;
}

export interface SupplementGroup {
  readonly title: Localized;
  readonly options: readonly SupplementOption[];
}

/** Chosen options with the instruction written so far, in the order they were chosen. */
export type SupplementChoice = ReadonlyMap<string, string>;

/** Key of an option in a {@link SupplementChoice}: field ids and component codes may be equal. */
export function keyOf(option: Pick<SupplementOption, 'kind' | 'ref'>): string {
  return `${option.kind}:${option.ref}`;
}

/**
 * The fields of a form an applicant may be asked to correct, page by page. Computed fields are left out: the person
 * cannot change them. Sections that repeat are asked for as a whole.
 *
 * @param shown - answers in words, by field id
 */
export function fieldGroups(
  form: FormDefinition,
  shown: ReadonlyMap<string, string>,
): readonly SupplementGroup[] {
  return form.pages
    .map((page) => ({
      title: page.title,
      options: page.sections.flatMap((section): SupplementOption[] => {
        if (section.repeat) {
          return [
            { kind: 'field', ref: section.id, label: section.title ?? section.repeat.itemTitle, given: '' },
          ];
        }
        return section.fields
          .filter((field) => field.calculate === undefined)
          .map((field) => ({
            kind: 'field',
            ref: field.id,
            label: field.label,
            given: shown.get(field.id) ?? '',
          }));
      }),
    }))
    .filter((group) => group.options.length > 0);
}

/** The papers of the procedure with the files handed in for each. */
export function componentOptions(
  components: readonly { readonly code: string; readonly name: Localized }[],
  attachments: readonly { readonly componentCode: string; readonly fileName: string }[],
): readonly SupplementOption[] {
  return components.map((component) => ({
    kind: 'component',
    ref: component.code,
    label: component.name,
    given: attachments
      .filter((file) => file.componentCode === component.code)
      .map((file) => file.fileName)
      .join(', '),
  }));
}

export function toggle(choice: SupplementChoice, key: string): SupplementChoice {
  const next = new Map(choice);
  if (!next.delete(key)) next.set(key, '');
  return next;
}

export function writeInstruction(
  choice: SupplementChoice,
  key: string,
  instruction: string,
): SupplementChoice {
  return choice.has(key) ? new Map(choice).set(key, instruction) : choice;
}

/** The items as they are sent, in the order of the form, whatever the order of choosing. */
export function itemsOf(
  choice: SupplementChoice,
  options: readonly SupplementOption[],
): readonly SupplementItem[] {
  return options
    .filter((option) => choice.has(keyOf(option)))
    .map((option) => ({
      kind: option.kind,
      ref: option.ref,
      instruction: (choice.get(keyOf(option)) ?? '').trim(),
    }));
}

/** Leads a problem of the server (`/items/2/instruction`) back to the option it is about. */
export function optionAt(
  problem: Pick<FieldProblem, 'path'>,
  items: readonly SupplementItem[],
): string | null {
  const index = /^\/?items\/(\d+)/u.exec(problem.path)?.[1];
  const item = index === undefined ? undefined : items[Number(index)];
  return item ? keyOf(item) : null;
}
