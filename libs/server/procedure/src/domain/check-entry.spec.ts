import { describe, expect, it } from '@jest/globals';
import { aPackage, type Changeable } from '../../test/package-folder';
import { routeOn } from './catalogue-entry';
import { checkPackage } from './check-package';
import type { PackageSource } from './package-source';
import { caseOf } from './required-components';

type Change = (source: Changeable<PackageSource>) => void;

async function problemsOf(name: string, change: Change): Promise<readonly string[]> {
  const result = await checkPackage(await aPackage(change, name));
  return result.ok ? [] : result.problems.map((problem) => `${problem.file} ${problem.at}`);
}

const birth = '1.001193/v1';
const certified = '2.000815/v1';
const linked = '3.000722/v1';
const promotion = 'DEMO-01/v1';

describe('what the wider format says', () => {
  it.each<readonly [string, string, string, Change]>([
    [
      'a partial level without the reason',
      certified,
      'procedure.json serviceLevelReason',
      ({ entry }) => delete entry.serviceLevelReason,
    ],
    [
      'a reason for a full level',
      birth,
      'procedure.json serviceLevelReason',
      ({ entry }) => (entry.serviceLevelReason = { vi: 'Lý do', en: 'Reason' }),
    ],
    [
      'a route elsewhere without guidance',
      linked,
      'procedure.json guidance',
      ({ entry }) => delete entry.guidance,
    ],
    [
      'a later route elsewhere without guidance',
      birth,
      'procedure.json guidance',
      ({ entry }) => (entry.routes = [{ from: '2027-03-01', route: 'national' }]),
    ],
    [
      'routes out of order',
      linked,
      'procedure.json routes',
      ({ entry }) =>
        (entry.routes = [
          { from: '2027-01-01', route: 'national' },
          { from: '2026-01-01', route: 'local' },
        ]),
    ],
    [
      'nobody competent',
      promotion,
      'procedure.json competentUnit',
      ({ entry }) => delete entry.competentUnit,
    ],
    [
      'two who are competent',
      birth,
      'procedure.json competentUnit',
      ({ entry }) => (entry.competentUnit = '000.00.14.H99'),
    ],
    [
      'a competent unit by an unknown answer',
      promotion,
      'procedure.json competentUnit',
      ({ entry }) => (entry.competentUnit = '=nowhere'),
    ],
    [
      'a case with a paper nobody knows',
      birth,
      'procedure.json cases.late.components',
      ({ entry }) => entry.cases?.[0]?.components.push('passport'),
    ],
    [
      'a paper of no case',
      birth,
      'procedure.json cases',
      ({ entry }) => entry.cases?.forEach((each) => (each.components = [])),
    ],
    [
      'a case for the rest that is not the last',
      birth,
      'procedure.json cases.late.when',
      ({ entry }) => entry.cases?.slice(0, 1).forEach((each) => (each.when = null)),
    ],
    [
      'a case by an unknown answer',
      birth,
      'procedure.json cases.late.when',
      ({ entry }) => entry.cases?.slice(0, 1).forEach((each) => (each.when = 'age < 60')),
    ],
    [
      'a paper both asked for and not to be asked for',
      birth,
      'procedure.json notDemanded.birth-proof',
      ({ entry }) => entry.notDemanded?.slice(0, 1).forEach((each) => (each.code = 'birth-proof')),
    ],
    [
      'a subject by an unknown answer',
      birth,
      'procedure.json subjectName',
      ({ entry }) => (entry.subjectName = 'babyName'),
    ],
    [
      'a document where the print says none',
      promotion,
      'procedure.json result',
      ({ entry }) => delete entry.result,
    ],
    [
      'guidance that leads to an unsafe address',
      linked,
      'procedure.json guidance.link.url',
      ({ entry }) => entry.guidance && (entry.guidance.link.url = 'http://dichvucong.gov.vn'),
    ],
    [
      'a time limit by an unknown answer',
      birth,
      'rules.json clock.duration.choose.0.when',
      ({ rules }) => {
        const { duration } = rules.clock;
        if (duration && 'choose' in duration) duration.choose.forEach((each) => (each.when = 'area > 5'));
      },
    ],
    [
      'a step of a unit by an unknown answer',
      linked,
      'process.bpmn insurance',
      (source) => {
        source.bpmn = source.bpmn.replace('mocua:unit="099.00.03.G99"', 'mocua:unit="=fund"');
      },
    ],
    [
      'a fee by an unknown answer',
      birth,
      'fees.json late.when',
      ({ fees }) => fees?.lines.forEach((line) => (line.when = 'isLate')),
    ],
    [
      'eligibility by more than may be asked',
      birth,
      'eligibility.json child.when',
      ({ eligibility }) => eligibility?.forEach((rule) => (rule.when = 'fullName = "x"')),
    ],
    [
      'a print of an unknown field',
      birth,
      'print.json groups.Đăng ký.Số',
      ({ print }) => {
        if ('groups' in print) print.groups.at(-1)?.fields.forEach((field) => (field.value = 'noSuchField'));
      },
    ],
    [
      'an unknown kind of print',
      birth,
      'print.json',
      ({ print }) => Object.assign(print, { template: 'poster' }),
    ],
    [
      'answers that make another case',
      birth,
      'cases.json Mẹ khai cho con mới sinh, có giấy chứng sinh',
      ({ cases }) => cases.answers.slice(0, 1).forEach((each) => (each.case = 'late')),
    ],
    [
      'a due date where there is no time limit',
      promotion,
      'cases.json Không có thời hạn giải quyết',
      ({ cases }) => cases.clock.slice(0, 1).forEach((each) => (each.due = '2026-11-23T17:30:00+07:00')),
    ],
  ])('is refused: %s', async (_what, name, problem, change) => {
    const problems = await problemsOf(name, change);
    expect(problems.filter((found) => found.startsWith(problem))).not.toEqual([]);
  });

  it('changes its route on the day that is written', () => {
    const entry = {
      route: 'local' as const,
      routes: [
        { from: '2026-09-01', route: 'ministry' as const },
        { from: '2027-03-01', route: 'national' as const },
      ],
    };
    expect(
      ['2026-08-31', '2026-09-01', '2027-02-28', '2027-03-01'].map((day) => routeOn(entry, day)),
    ).toEqual(['local', 'ministry', 'ministry', 'national']);
  });

  it('knows no case where the package states none', () => {
    expect(caseOf({}, {}, '2026-11-20')).toBeNull();
  });
});
