import { describe, expect, it } from '@jest/globals';
import { aPackage, type Changeable } from '../../test/package-folder';
import { checkPackage } from './check-package';
import type { PackageSource } from './package-source';

type Change = (source: Changeable<PackageSource>) => void;

async function problemsAfter(change: Change): Promise<readonly string[]> {
  const result = await checkPackage(await aPackage(change));
  return result.ok ? [] : result.problems.map((problem) => `${problem.file} ${problem.at}`);
}
const inProcess =
  (from: string, to: string): Change =>
  (source) => {
    source.bpmn = source.bpmn.replaceAll(from, to);
  };

function theDuration({ rules }: Changeable<PackageSource>) {
  const { duration } = rules.clock;
  if (!duration || 'choose' in duration) throw new Error('the package has one time limit');
  return duration;
}

describe('checkPackage', () => {
  it('accepts the package as it is', async () => {
    expect(await problemsAfter(() => undefined)).toEqual([]);
  });

  it.each<readonly [string, string, Change]>([
    [
      'a name without English',
      'procedure.json name.en',
      (source) => {
        source.entry.name.en = '';
      },
    ],
    [
      'a date that does not exist',
      'procedure.json effectiveFrom',
      (source) => {
        source.entry.effectiveFrom = '2026-02-30';
      },
    ],
    [
      'an end before the beginning',
      'procedure.json effectiveTo',
      (source) => {
        source.entry.effectiveTo = '2020-01-01';
      },
    ],
    [
      'a competent unit the form does not ask for',
      'procedure.json unitFields.competent',
      (source) => {
        source.entry.unitFields.competent = 'purpose';
      },
    ],
    [
      'a form condition on an unknown field',
      'form.json original.relationToOriginal.subjectName.visible',
      (source) => {
        const field = source.form.pages[1]?.sections[0]?.fields[1];
        if (field) field.visible = 'kinship = "x"';
      },
    ],
    [
      'a component that depends on an unknown field',
      'components.json relation-paper.requiredWhen',
      (source) => {
        const component = source.components[1];
        if (component) component.requiredWhen = 'kinship = "x"';
      },
    ],
    [
      'a component whose condition is no condition',
      'components.json relation-paper.visibleWhen',
      (source) => {
        const component = source.components[1];
        if (component) component.visibleWhen = 'copies + 1';
      },
    ],
    [
      'a component without words for its condition',
      'components.json relation-paper.condition',
      (source) => {
        const component = source.components[1];
        if (component) component.condition = null;
      },
    ],
    [
      'two components with one code',
      'components.json identity-paper.code',
      (source) => {
        const component = source.components[1];
        if (component) component.code = 'identity-paper';
      },
    ],
    [
      'a gateway that reads what no task asks',
      'process.bpmn is-in-register',
      inProcess('=found = "yes"', '=fuond = "yes"'),
    ],
    ['a process that does not end', 'process.bpmn', inProcess('</bpmn:process>', '')],
    [
      'a role nobody has',
      'process.bpmn issue-copy',
      inProcess('mocua:role="clerk" mocua:form="issue-copy"', 'mocua:role="king" mocua:form="issue-copy"'),
    ],
    [
      'a task without definition',
      'process.bpmn look-up',
      (source) => {
        source.tasks = source.tasks.filter((task) => task.formId !== 'look-up-register');
        inProcess('=found = "yes"', '=outcome = "submit"')(source);
      },
    ],
    [
      'outcomes that differ',
      'process.bpmn approve-copy',
      inProcess(
        'mocua:form="approve-copy" mocua:outcomes="approve,send-back"',
        'mocua:form="approve-copy" mocua:outcomes="approve"',
      ),
    ],
    [
      'a task definition nobody uses',
      'tasks.json spare',
      (source) => {
        const task = source.tasks[1];
        if (task) source.tasks.push({ ...task, formId: 'spare' });
      },
    ],
    [
      'a rule without source',
      'rules.json clock.duration.source.citation',
      (source) => {
        theDuration(source).source.citation = '';
      },
    ],
    [
      'a clock that starts with something unknown',
      'rules.json clock.startEvent',
      (source) => {
        source.rules.clock.startEvent = 'click' as 'received';
      },
    ],
    [
      'a second extension',
      'rules.json extension.times',
      (source) => {
        source.rules.extension.times = 2;
      },
    ],
    [
      'answers that come out differently',
      'cases.json Ít nhất một bản',
      (source) => {
        const each = source.cases.answers.find((one) => one.name === 'Ít nhất một bản');
        if (each) each.problems = [];
      },
    ],
    [
      'a component that is required unexpectedly',
      'cases.json Người thừa kế xin thay, nhận qua bưu điện',
      (source) => {
        const each = source.cases.answers.find(
          (one) => one.name === 'Người thừa kế xin thay, nhận qua bưu điện',
        );
        if (each) each.requiredComponents = ['identity-paper'];
      },
    ],
    [
      'a limit that nobody meant',
      'cases.json Đến cơ quan trước 15 giờ thì trả trong ngày',
      (source) => {
        source.rules.clock.duration = { ...theDuration(source), amount: 2, unit: 'working-day' };
      },
    ],
    [
      'a rule of time without cases',
      'cases.json clock',
      (source) => {
        source.cases.clock = [];
      },
    ],
    [
      'a path that ends otherwise',
      'cases.json Tìm thấy, lãnh đạo duyệt',
      (source) => {
        const path = source.cases.paths[0];
        if (path) path.ends = 'negative';
      },
    ],
    [
      'an end that no path takes',
      'cases.json refusal-done',
      (source) => {
        source.cases.paths = source.cases.paths.filter((path) => path.ends === 'positive');
      },
    ],
    [
      'a way back that no path takes',
      'cases.json copy-sent-back',
      (source) => {
        source.cases.paths = source.cases.paths.filter(
          (path) => !path.steps.some((step) => step.task === 'approve-copy' && step.outcome === 'send-back'),
        );
      },
    ],
    [
      'a gateway that reads what may be left empty',
      'process.bpmn is-in-register',
      (source) => {
        const field = source.tasks[0]?.form?.pages[0]?.sections[0]?.fields[0];
        if (field) field.required = false;
      },
    ],
    [
      'a gateway that reads what may be hidden',
      'process.bpmn is-in-register',
      inProcess('=found = "yes"', '=registerVolume = "1"'),
    ],
    [
      'a gateway that reads what a later task asks',
      'process.bpmn is-in-register',
      inProcess('=found = "yes"', '=issueNumber = "1"'),
    ],
  ])('refuses %s', async (_what, problem, change) => {
    const problems = await problemsAfter(change);
    expect(problems.some((found) => found.startsWith(problem))).toBe(true);
  });

  it.each([null, 'package', [], { entry: 1 }])('refuses %j without failing', async (input) => {
    expect((await checkPackage(input)).ok).toBe(false);
  });
});
