import { demoPeople, type DemoPerson, demoUnits } from '@mocua/server/identity/demo';
import { escapeHtml } from '../web/page';

/** The one procedure that can be filed here by hand. */
export const handFiled = { code: '2.000908', name: 'Cấp bản sao từ sổ gốc' } as const;

/** Agencies that keep registers, by their identifier. */
const agencies = demoUnits.flatMap(({ keepsRegisters, agencyIdentifier, name, validTo }) =>
  keepsRegisters === true && agencyIdentifier !== null && validTo === undefined
    ? [{ identifier: agencyIdentifier, name }]
    : [],
);

const paperKinds: readonly (readonly [string, string])[] = [
  ['birth', 'Giấy khai sinh'],
  ['marriage', 'Giấy chứng nhận kết hôn'],
  ['death', 'Giấy chứng tử, trích lục khai tử'],
  ['diploma', 'Văn bằng, chứng chỉ'],
];

/** People who may sign in here: those with an e-identity of their own. */
export function applicants(): readonly DemoPerson[] {
  return demoPeople.filter((person) => person.vneid && person.personalId !== null);
}

/** What the person typed; `problems` by field when it cannot be filed so. */
export interface HandFiling {
  readonly person: DemoPerson | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
}

export function readFiling(form: URLSearchParams): HandFiling {
  const values = Object.fromEntries(
    ['person', 'phone', 'agency', 'paperKind', 'copies', 'address'].map((name) => [
      name,
      (form.get(name) ?? '').trim().normalize('NFC'),
    ]),
  );
  const person = applicants().find((each) => each.key === values['person']);
  const problems: Record<string, string> = {};
  if (!person) problems['person'] = 'Hãy chọn người nộp.';
  if (!/^0\d{9}$/u.test(values['phone'] ?? '')) problems['phone'] = 'Hãy ghi số điện thoại 10 chữ số.';
  if (!agencies.some((agency) => agency.identifier === values['agency']))
    problems['agency'] = 'Hãy chọn nơi giữ sổ gốc.';
  if (!paperKinds.some(([kind]) => kind === values['paperKind']))
    problems['paperKind'] = 'Hãy chọn loại giấy tờ.';
  if (!/^(?:[1-9]|1\d|20)$/u.test(values['copies'] ?? ''))
    problems['copies'] = 'Hãy ghi số bản, từ 1 đến 20.';
  if ((values['address'] ?? '').length < 5) problems['address'] = 'Hãy ghi nơi ở hiện nay.';
  return { person, values, problems };
}

/** The page on which a person files by hand; works without script. */
export function filingPage({ values, problems }: Omit<HandFiling, 'person'>): string {
  const names = Object.keys(problems);
  const summary =
    names.length === 0
      ? ''
      : `<div role="alert"><h2>Cần sửa ${names.length} chỗ</h2><ul>${names
          .map((name) => `<li><a href="#${name}">${escapeHtml(problems[name] ?? '')}</a></li>`)
          .join('')}</ul></div>`;
  const person = select(
    'person',
    'Người nộp',
    applicants().map((each) => [each.key, each.name]),
    values,
    problems,
  );
  const agency = select(
    'agency',
    'Nơi đang giữ sổ gốc',
    agencies.map((each) => [each.identifier, each.name]),
    values,
    problems,
  );
  return `${summary}<p>Thông tin định danh lấy từ tài khoản VNeID của người nộp. Bản chụp giấy tờ tùy thân mẫu được đính kèm sẵn.</p>
<form method="post" action="/dvcqg/nop/${handFiled.code}">
${person}
${input('phone', 'Số điện thoại', 'tel', values, problems)}
${input('address', 'Nơi ở hiện nay', 'text', values, problems)}
${select('paperKind', 'Loại giấy tờ cần sao', paperKinds, values, problems)}
${agency}
${input('copies', 'Số bản sao', 'number', values, problems)}
<p><button class="main">Nộp hồ sơ</button></p></form>`;
}

type Values = Readonly<Record<string, string>>;

function hint(name: string, problems: Values): string {
  const problem = problems[name];
  return problem === undefined ? '' : `<span id="${name}-loi" class="problem">${escapeHtml(problem)}</span>`;
}

function described(name: string, problems: Values): string {
  return problems[name] === undefined ? '' : ` aria-invalid="true" aria-describedby="${name}-loi"`;
}

function input(name: string, label: string, type: string, values: Values, problems: Values): string {
  return `<p class="field"><label for="${name}">${label}</label>${hint(name, problems)}<input id="${name}" name="${name}" type="${type}" value="${escapeHtml(values[name] ?? '')}"${described(name, problems)}></p>`;
}

function select(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  values: Values,
  problems: Values,
): string {
  const choices = options.map(
    ([value, text]) =>
      `<option value="${escapeHtml(value)}"${values[name] === value ? ' selected' : ''}>${escapeHtml(text)}</option>`,
  );
  return `<p class="field"><label for="${name}">${label}</label>${hint(name, problems)}<select id="${name}" name="${name}"${described(name, problems)}><option value="">– chọn –</option>${choices.join('')}</select></p>`;
}
