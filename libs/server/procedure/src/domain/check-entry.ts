import type { Localized } from '@mocua/contract';
import type { CheckedPackage, PackageProblem } from './check-package';
import { expressionFault } from './expression-fault';
import { scopeOf } from './variable-scope';

/** The catalogue entry fits its form and its components, and says everything its kind has to say. */
export function checkEntry(checked: CheckedPackage): readonly PackageProblem[] {
  const problems: PackageProblem[] = [];
  const report = (at: string, vi: string, en: string) =>
    problems.push({ file: 'procedure.json', at, message: { vi, en } });
  checkUnits(checked, report);
  checkCases(checked, report);
  checkExpressions(checked, report);
  const { entry, print } = checked.source;
  if (entry.effectiveTo !== null && entry.effectiveTo < entry.effectiveFrom)
    report('effectiveTo', 'Ngày hết hiệu lực trước ngày có hiệu lực.', 'It ends before it begins.');
  if ((entry.serviceLevelReason !== undefined) !== (entry.serviceLevel !== 'full')) {
    report(
      'serviceLevelReason',
      'Thủ tục chưa toàn trình phải công bố lý do; toàn trình thì không ghi.',
      'A procedure that is not fully online states why; a fully online one does not.',
    );
  }
  const routes = entry.routes ?? [];
  if (routes.some(({ from }, at) => at > 0 && from <= (routes[at - 1]?.from ?? '')))
    report('routes', 'Các ngày phải tăng dần.', 'The days must ascend.');
  const leavesUs = [entry.route, ...routes.map((each) => each.route)].some((route) => route !== 'local');
  if (leavesUs && !entry.guidance) {
    report(
      'guidance',
      'Hồ sơ giải quyết ở hệ thống khác thì phải có hướng dẫn.',
      'Where another system resolves, guidance is needed.',
    );
  }
  if ((entry.result === 'none') !== (print.template === 'none')) {
    report(
      'result',
      'Không có kết quả thì print.json ghi “none”, và ngược lại.',
      'Exactly a procedure without a result prints “none”.',
    );
  }
  return problems;
}

type Report = (at: string, vi: string, en: string) => void;

/** The fields the entry points at exist and are of the right kind; somebody is competent. */
function checkUnits({ source: { entry }, compiledForm }: CheckedPackage, report: Report): void {
  const typeOf = (id: string) => compiledForm.fields.get(id)?.definition.type;
  const need = (at: string, id: string | null, type: 'unit' | 'choice') => {
    if (id === null || typeOf(id) === type) return;
    report(
      at,
      `form.json không có trường “${id}” kiểu ${type}.`,
      `form.json has no field "${id}" of type ${type}.`,
    );
  };
  const { competent, returnAt } = entry.unitFields;
  need('unitFields.competent', competent, 'unit');
  need('unitFields.returnAt', returnAt, 'unit');
  need('returnMethodField', entry.returnMethodField, 'choice');
  if ((competent === null) !== (entry.competentUnit !== undefined)) {
    report(
      'competentUnit',
      'Ghi cơ quan giải quyết đúng một nơi: unitFields.competent hoặc competentUnit.',
      'Name the competent unit in exactly one place: unitFields.competent or competentUnit.',
    );
  }
}

function checkCases({ source: { entry, components } }: CheckedPackage, report: Report): void {
  const cases = entry.cases ?? [];
  const known = components.map((component) => component.code);
  for (const [at, { code, components: named, when }] of cases.entries()) {
    if (cases.findIndex((other) => other.code === code) !== at)
      report(`cases.${code}`, 'Mã này đã dùng rồi.', 'This code is used twice.');
    for (const missing of named.filter((each) => !known.includes(each)))
      report(
        `cases.${code}.components`,
        `components.json không có “${missing}”.`,
        `components.json has no "${missing}".`,
      );
    if (when === null && at < cases.length - 1)
      report(
        `cases.${code}.when`,
        'Trường hợp còn lại phải đứng cuối.',
        'The case for all others comes last.',
      );
  }
  const inCases = new Set(cases.flatMap((each) => each.components));
  for (const code of cases.length > 0 ? known.filter((each) => !inCases.has(each)) : [])
    report('cases', `“${code}” không thuộc trường hợp nào.`, `"${code}" belongs to no case.`);
  for (const { code } of (entry.notDemanded ?? []).filter((paper) => known.includes(paper.code)))
    report(
      `notDemanded.${code}`,
      'Giấy tờ không được yêu cầu thì không đứng trong components.json.',
      'A paper that must not be asked for does not stand in components.json.',
    );
}

function checkExpressions({ source }: CheckedPackage, report: Report): void {
  const scope = { ...scopeOf([source.form]), today: 'date' as const };
  const check = (at: string, text: string, wanted: 'boolean' | 'string') => {
    const fault: Localized | null = expressionFault(text, scope, wanted);
    if (fault) report(at, fault.vi, fault.en);
  };
  const { entry } = source;
  for (const { code, when } of entry.cases ?? []) {
    if (when !== null) check(`cases.${code}.when`, when, 'boolean');
  }
  if (entry.subjectName !== undefined) check('subjectName', entry.subjectName, 'string');
  if (entry.competentUnit?.startsWith('=') === true)
    check('competentUnit', entry.competentUnit.slice(1), 'string');
}
