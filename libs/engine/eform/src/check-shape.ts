import type { UnitFilter } from '@mocua/contract';
import {
  degradedModes,
  identityClaims,
  profileClaims,
  registerClaims,
  registerNames,
} from '@mocua/contract/eform';
import type { DefinitionProblem, DefinitionProblemCode } from './eform-problem';

/** Sizes that keep every form within a page of memory and a breath of time. */
export const formLimits = {
  pages: 60,
  sectionsPerPage: 30,
  fields: 1000,
  options: 400,
  groups: 100,
  textLength: 10_000,
  labelLength: 1000,
  expressionLength: 2000,
} as const;

const fieldTypes: ReadonlySet<unknown> = new Set([
  'text',
  'paragraph',
  'date',
  'integer',
  'year',
  'money',
  'decimal',
  'choice',
  'choices',
  'confirmation',
  'personal-id',
  'phone',
  'email',
  'address',
  'unit',
]);
const unitFilters: ReadonlySet<unknown> = new Set([
  'register-keeper',
  'one-stop-centre',
  'local-committee',
  'branch',
] satisfies readonly UnitFilter[]);
const claims: ReadonlySet<unknown> = new Set(identityClaims);
/** What people said themselves must stay theirs to change. */
const ownWords: ReadonlySet<unknown> = new Set(profileClaims);
const modes: ReadonlySet<unknown> = new Set(degradedModes);

type Json = Readonly<Record<string, unknown>>;
export type Report = (at: string, code: DefinitionProblemCode, vi: string, en: string) => void;

/**
 * Checks that plain data is a form definition, before anything else looks at it.
 * @returns the problems; empty means `definition` may be treated as a `FormDefinition`.
 */
export function checkShape(definition: unknown): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const report: Report = (at, code, vi, en) => {
    if (problems.length < 100) problems.push({ at, code, message: { vi, en } });
  };
  if (!isRecord(definition) || definition['schemaVersion'] !== 1 || typeof definition['id'] !== 'string') {
    report(
      '',
      'not-a-form',
      'Không phải định nghĩa tờ khai phiên bản 1.',
      'Not a form definition of version 1.',
    );
    return problems;
  }
  if (!Number.isSafeInteger(definition['version']))
    report('version', 'not-a-form', 'Thiếu số phiên bản.', 'The version is missing.');
  checkLabel(definition['title'], 'title', true, report);
  const pages = checkList(definition['pages'], 'pages', 1, formLimits.pages, report);
  let fields = 0;
  checkRegisters(definition['registers'], report);
  pages.forEach((page, index) => {
    fields += checkPage(page, `pages.${index}`, report);
  });
  if (fields > formLimits.fields) {
    report(
      'pages',
      'too-large',
      `Nhiều nhất ${formLimits.fields} mục.`,
      `At most ${formLimits.fields} fields.`,
    );
  }
  return problems;
}

function checkPage(page: unknown, at: string, report: Report): number {
  if (!isRecord(page)) return misshapen(at, report);
  checkId(page['id'], at, report);
  checkLabel(page['title'], `${at}.title`, true, report);
  checkLabel(page['intro'], `${at}.intro`, false, report);
  checkExpressionText(page['visible'], `${at}.visible`, report);
  let fields = 0;
  checkList(page['sections'], `${at}.sections`, 1, formLimits.sectionsPerPage, report).forEach(
    (section, index) => {
      fields += checkSection(section, `${at}.sections.${index}`, report);
    },
  );
  return fields;
}

function checkSection(section: unknown, at: string, report: Report): number {
  if (!isRecord(section)) return misshapen(at, report);
  checkId(section['id'], at, report);
  checkLabel(section['title'], `${at}.title`, false, report);
  checkLabel(section['hint'], `${at}.hint`, false, report);
  checkExpressionText(section['visible'], `${at}.visible`, report);
  const repeat = section['repeat'];
  if (repeat !== undefined) {
    if (!isRecord(repeat)) return misshapen(`${at}.repeat`, report);
    checkLabel(repeat['itemTitle'], `${at}.repeat.itemTitle`, true, report);
    const { min, max } = repeat as { min: unknown; max: unknown };
    if (!isCount(min) || !isCount(max) || max < 1 || min > max || max > formLimits.groups) {
      report(
        `${at}.repeat`,
        'bad-bounds',
        `Cần 0 ≤ min ≤ max ≤ ${formLimits.groups}.`,
        `Needs 0 ≤ min ≤ max ≤ ${formLimits.groups}.`,
      );
    }
  }
  const fields = checkList(section['fields'], `${at}.fields`, 1, formLimits.fields, report);
  fields.forEach((field, index) => checkField(field, `${at}.fields.${index}`, report));
  return fields.length;
}

function checkField(field: unknown, at: string, report: Report): void {
  if (!isRecord(field) || !fieldTypes.has(field['type'])) {
    misshapen(at, report);
    return;
  }
  checkId(field['id'], at, report);
  checkLabel(field['label'], `${at}.label`, true, report);
  checkLabel(field['hint'], `${at}.hint`, false, report);
  for (const key of ['visible', 'calculate', 'min', 'max'] as const) {
    if (key.length === 3 && field['type'] !== 'date') continue;
    checkExpressionText(field[key], `${at}.${key}`, report);
  }
  if (typeof field['required'] !== 'boolean')
    checkExpressionText(field['required'], `${at}.required`, report);
  checkPrefill(field['prefill'], `${at}.prefill`, report);
  checkBounds(field, at, report);
}

function checkPrefill(prefill: unknown, at: string, report: Report): void {
  if (prefill === undefined) return;
  const valid =
    isRecord(prefill) &&
    typeof prefill['editable'] === 'boolean' &&
    (prefill['source'] === 'identity'
      ? claims.has(prefill['claim'])
      : prefill['source'] === 'profile'
        ? prefill['editable'] && ownWords.has(prefill['claim'])
        : isRegisterPrefill(prefill));
  if (!valid) misshapen(at, report);
}

function isRegisterPrefill({ source, claim, meanwhile }: Json): boolean {
  const register = registerNames.find((name) => name === source);
  const facts: readonly unknown[] = register === undefined ? [] : registerClaims[register];
  return facts.includes(claim) && (meanwhile === undefined || claims.has(meanwhile));
}

function checkRegisters(registers: unknown, report: Report): void {
  if (registers === undefined) return;
  if (!isRecord(registers)) {
    misshapen('registers', report);
    return;
  }
  for (const [name, use] of Object.entries(registers)) {
    const known = registerNames.some((register) => register === name);
    const { whenDown, components = [], validDays = 1 } = isRecord(use) ? use : {};
    const papers = Array.isArray(components) && components.every((code) => typeof code === 'string');
    // Papers in place of a register have to be named, or nothing would stand in for it.
    const fits = papers && (whenDown === 'documents') === components.length > 0;
    if (!known || !modes.has(whenDown) || !fits || !isCount(validDays) || validDays < 1)
      misshapen(`registers.${name}`, report);
  }
}

function checkBounds(field: Json, at: string, report: Report): void {
  const bad = (): void => report(at, 'bad-bounds', 'Giới hạn không hợp lý.', 'The bounds make no sense.');
  switch (field['type']) {
    case 'text':
    case 'paragraph': {
      const { minLength = 0, maxLength } = field as { minLength?: unknown; maxLength: unknown };
      if (
        !isCount(minLength) ||
        !isCount(maxLength) ||
        maxLength < 1 ||
        minLength > maxLength ||
        maxLength > formLimits.textLength
      )
        bad();
      return;
    }
    case 'integer':
    case 'year':
    case 'money':
    case 'decimal':
      checkNumberBounds(field, at, report, bad);
      return;
    case 'choice':
      checkOptions(field['options'], at, report);
      return;
    case 'choices': {
      const count = checkOptions(field['options'], at, report);
      const { minItems = 0, maxItems = count } = field as { minItems?: unknown; maxItems?: unknown };
      if (!isCount(minItems) || !isCount(maxItems) || maxItems < 1 || minItems > maxItems || maxItems > count)
        bad();
      return;
    }
    case 'unit':
      if (!unitFilters.has(field['filter'])) misshapen(at, report);
  }
}

function checkNumberBounds(field: Json, at: string, report: Report, bad: () => void): void {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = field as {
    min?: unknown;
    max?: unknown;
  };
  const decimal = field['type'] === 'decimal';
  const fits = decimal ? Number.isFinite : Number.isSafeInteger;
  if (!fits(min) || !fits(max) || Number(min) > Number(max)) bad();
  if (field['type'] === 'money' && field['min'] !== undefined && Number(min) < 0) bad();
  if (!decimal) return;
  checkLabel(field['measure'], `${at}.measure`, true, report);
  const { decimals } = field as { decimals?: unknown };
  if (!isCount(decimals) || decimals < 1 || decimals > 4) bad();
}

function checkOptions(options: unknown, at: string, report: Report): number {
  const list = checkList(options, `${at}.options`, 1, formLimits.options, report);
  const values = new Set<unknown>();
  list.forEach((option, index) => {
    const here = `${at}.options.${index}`;
    if (
      !isRecord(option) ||
      typeof option['value'] !== 'string' ||
      !/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/u.test(option['value'])
    ) {
      misshapen(here, report);
      return;
    }
    if (values.has(option['value']))
      report(here, 'duplicate-id', 'Giá trị bị lặp.', 'The value is repeated.');
    values.add(option['value']);
    checkLabel(option['label'], `${here}.label`, true, report);
    checkLabel(option['hint'], `${here}.hint`, false, report);
  });
  return list.length;
}

function checkId(id: unknown, at: string, report: Report): void {
  if (typeof id !== 'string' || !/^[a-z][A-Za-z0-9]{0,79}$/u.test(id) || id in Object.prototype) {
    report(
      at,
      'bad-id',
      'Mã phải là chữ không dấu và chữ số, bắt đầu bằng chữ thường.',
      'The id must be letters and digits, beginning with a small letter.',
    );
  }
}

function checkLabel(label: unknown, at: string, needed: boolean, report: Report): void {
  if (label === undefined && !needed) return;
  const good = (text: unknown): boolean =>
    typeof text === 'string' && text.trim() !== '' && text.length <= formLimits.labelLength;
  if (!isRecord(label) || !good(label['vi']) || !good(label['en'])) {
    report(
      at,
      'not-a-form',
      'Cần có lời bằng tiếng Việt và tiếng Anh.',
      'Needs a text in Vietnamese and in English.',
    );
  }
}

function checkExpressionText(text: unknown, at: string, report: Report): void {
  if (text === undefined) return;
  if (typeof text !== 'string' || text.trim() === '' || text.length > formLimits.expressionLength) {
    report(at, 'bad-expression', 'Biểu thức trống hoặc quá dài.', 'The expression is empty or too long.');
  }
}

function checkList(list: unknown, at: string, min: number, max: number, report: Report): readonly unknown[] {
  if (!Array.isArray(list) || list.length < min) {
    misshapen(at, report);
    return [];
  }
  if (list.length <= max) return list as readonly unknown[];
  report(at, 'too-large', `Nhiều nhất ${max} mục.`, `At most ${max} items.`);
  return [];
}

function misshapen(at: string, report: Report): 0 {
  report(at, 'not-a-form', 'Thiếu hoặc sai cấu trúc.', 'Missing or of the wrong shape.');
  return 0;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
