import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers, AnswerGroup, FormDefinition, FormField, UnitFilter } from '@mocua/contract';
import { ROOT } from '../../../../tools/bootstrap/src/pinned-node.mjs';

interface Localized {
  readonly vi: string;
}

/** How a procedure that is resolved elsewhere is guided. */
export interface Guidance {
  readonly steps: readonly Localized[];
  readonly link: { readonly label: Localized; readonly url: string };
  readonly help: readonly Localized[];
  readonly legs: readonly { readonly name: Localized }[];
}

/** A package of the repository, with what somebody of the demo province who files it today says and brings along. */
export interface FilingPackage {
  readonly code: string;
  readonly name: string;
  readonly form: FormDefinition;
  /** The first answers of the package's own cases that are right; a unit stands as its name. */
  readonly answers: Answers;
  /** Names of the papers that these answers call for. */
  readonly papers: readonly string[];
  /** Filed by an organisation only. */
  readonly byOrganisation: boolean;
  /** Null: it is filed here. */
  readonly guidance: Guidance | null;
}

/** Units of the demo province that stand for those a case invented. */
const units: Readonly<Record<UnitFilter, string>> = {
  'register-keeper': 'UBND xã Đồng Sen',
  'local-committee': 'UBND xã Đồng Sen',
  'one-stop-centre': 'Trung tâm Phục vụ hành chính công xã Đồng Sen',
  branch: 'Chi nhánh Văn phòng đăng ký đất đai khu vực Đồng Sen',
};

export function filingPackages(): readonly FilingPackage[] {
  return readdirSync(join(ROOT, 'procedures'))
    .filter((folder) => folder !== 'records')
    .map((folder) => packageIn(join(ROOT, 'procedures', folder, 'v1')));
}

function packageIn(folder: string): FilingPackage {
  const read = <T>(file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
  const { code, name, capacities, guidance } = read<{
    code: string;
    name: Localized;
    capacities?: readonly string[];
    guidance?: Guidance;
  }>('procedure.json');
  const form = read<FormDefinition>('form.json');
  const components = read<readonly { code: string; name: Localized }[]>('components.json');
  const cases = read<{
    today: string;
    answers: readonly {
      answers: Answers;
      problems: readonly string[];
      requiredComponents: readonly string[];
    }[];
  }>('cases.json');
  const right = cases.answers.find(({ problems }) => problems.length === 0);
  if (!right) throw new Error(`${code} has no case that is right`);
  return {
    code,
    name: name.vi,
    form,
    answers: inTheProvinceToday(form, right.answers, daysSince(cases.today)),
    papers: right.requiredComponents.map(
      (paper) => components.find((component) => component.code === paper)?.name.vi ?? paper,
    ),
    byOrganisation: capacities?.includes('person') === false,
    guidance: guidance ?? null,
  };
}

/** The answers with units that exist, and with dates as far from today as from the day the cases are written for. */
function inTheProvinceToday(form: FormDefinition, answers: Answers, days: number): Answers {
  const fit = (fields: readonly FormField[], group: AnswerGroup): AnswerGroup =>
    Object.fromEntries(
      Object.entries(group).map(([id, value]) => {
        const field = fields.find((each) => each.id === id);
        if (field?.type === 'unit') return [id, units[field.filter]];
        return [id, field?.type === 'date' && typeof value === 'string' ? later(value, days) : value];
      }),
    );
  const sections = form.pages.flatMap((page) => page.sections);
  const single = sections.filter((section) => !section.repeat).flatMap((section) => section.fields);
  const groups = sections.flatMap((section) => {
    const given = answers[section.id];
    return section.repeat && Array.isArray(given)
      ? [[section.id, (given as readonly AnswerGroup[]).map((group) => fit(section.fields, group))] as const]
      : [];
  });
  return { ...fit(single, answers as AnswerGroup), ...Object.fromEntries(groups) };
}

const day = 86_400_000;

function later(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

function daysSince(date: string): number {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  return Math.round((Date.parse(today) - Date.parse(date)) / day);
}
