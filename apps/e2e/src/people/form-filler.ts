import type { Locator, Page } from 'playwright-core';
import type {
  Answers,
  AddressValue,
  AnswerGroup,
  AnswerValue,
  FormDefinition,
  FormField,
  FormSection,
} from '@mocua/contract';

/** How somebody works a page: by a phone's own keyboard, or by the keys a kiosk shows. */
export interface Hand {
  /** Writes a text into an empty box. */
  write(box: Locator, text: string): Promise<void>;
  touch(control: Locator): Promise<void>;
}

/**
 * Answers any e-form by what stands on its pages: questions by their labels, choices by their words. What the portal knew
 * already stays as it is; a question that has an answer here and does not appear fails the test.
 */
export class FormFiller {
  constructor(
    private readonly page: Page,
    private readonly hand: Hand,
  ) {}

  /** From the first page of the form until the page behind its last one is there, whatever that is. */
  async fill(form: FormDefinition, answers: Answers): Promise<void> {
    for (const page of form.pages) {
      await this.arriveAt(page.title.vi);
      for (const section of page.sections) await this.#section(section, answers);
      await this.hand.touch(this.page.getByRole('button', { name: 'Tiếp tục', exact: true }));
    }
  }

  /** Waits for a page; what has to be corrected on the one before is told. Answers which of the pages it is. */
  async arriveAt(...names: readonly string[]): Promise<string> {
    const heading = (name: string) => this.page.getByRole('heading', { level: 1, name, exact: true });
    const errors = this.page.getByRole('alert').filter({ hasText: 'Hãy sửa những mục sau' });
    const pages = names.map(heading).reduce((all, each) => all.or(each));
    await pages.or(errors).first().waitFor();
    if (await errors.isVisible())
      throw new Error(`not on to ${names.join(' or ')}: ${await errors.innerText()}`);
    return (await pages.first().innerText()).trim();
  }

  async #section(section: FormSection, answers: Answers): Promise<void> {
    const title = section.title?.vi ?? section.repeat?.itemTitle.vi;
    const main = this.page.getByRole('main');
    const region = title === undefined ? main : main.getByRole('region', { name: title, exact: true });
    if (!section.repeat) return this.#fields(region, section.fields, answers as AnswerGroup);
    const item = section.repeat.itemTitle.vi;
    for (const [index, group] of ((answers[section.id] ?? []) as readonly AnswerGroup[]).entries()) {
      const box = region.getByRole('group', { name: `${item} ${index + 1}`, exact: true });
      if (index >= section.repeat.min && !(await box.isVisible()))
        await this.hand.touch(region.getByRole('button', { name: `Thêm ${item}` }));
      await this.#fields(box, section.fields, group);
    }
  }

  async #fields(scope: Locator, fields: readonly FormField[], group: AnswerGroup): Promise<void> {
    for (const field of fields) {
      const value = group[field.id];
      // what the e-identity says and what the form calculates are only shown
      if (value === undefined || value === null) continue;
      if (field.calculate !== undefined || field.prefill?.editable === false) continue;
      await this.#answer(scope, field, value);
    }
  }

  async #answer(scope: Locator, field: FormField, value: AnswerValue): Promise<void> {
    const question = scope.getByRole('group', { name: labelOf(field) });
    switch (field.type) {
      case 'choice':
        return this.#choose(question.getByRole('radio', { name: optionOf(field, String(value)) }));
      case 'choices':
        for (const each of value as readonly string[])
          await this.#choose(question.getByRole('checkbox', { name: optionOf(field, each) }));
        return;
      case 'unit':
        return this.#choose(question.getByRole('radio', { name: beginning(String(value)) }));
      case 'confirmation':
        return this.#choose(scope.getByRole('checkbox', { name: labelOf(field) }));
      case 'date':
        return this.#date(question, String(value));
      case 'address':
        return this.#write(question.getByRole('textbox').first(), (value as AddressValue).text);
      default:
        return this.#write(scope.getByRole('textbox', { name: labelOf(field) }), written(field, value));
    }
  }

  async #choose(control: Locator): Promise<void> {
    if (!(await control.isChecked())) await this.hand.touch(control);
  }

  async #date(question: Locator, date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    for (const [part, text] of Object.entries({ Ngày: day, Tháng: month, Năm: year }))
      await this.#write(question.getByRole('textbox', { name: part, exact: true }), text);
  }

  async #write(box: Locator, text: string): Promise<void> {
    if ((await box.inputValue()) === '') await this.hand.write(box, text);
  }
}

/** The words of a question: its label, what it is measured in, and whether it may stay open. */
function labelOf(field: FormField): RegExp {
  const measure = field.type === 'money' ? 'đồng' : field.type === 'decimal' ? field.measure.vi : null;
  const words = measure === null ? field.label.vi : `${field.label.vi} (${measure})`;
  return new RegExp(`^${escaped(words)}(?: \\(không bắt buộc\\))?$`, 'u');
}

function optionOf(field: FormField & { readonly type: 'choice' | 'choices' }, value: string): RegExp {
  const option = field.options.find((each) => each.value === value);
  if (!option) throw new Error(`${field.id} has no choice ${value}`);
  return new RegExp(`^${escaped([option.label.vi, option.hint?.vi ?? ''].join(' ').trim())}$`, 'u');
}

/** An address may follow the name. */
function beginning(name: string): RegExp {
  return new RegExp(`^${escaped(name)}(?: |$)`, 'u');
}

/** As people write it: a decimal comma, everything else as it is. */
function written(field: FormField, value: AnswerValue): string {
  return field.type === 'decimal' ? String(value).replace('.', ',') : String(value);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
