import { validateAnswers } from '@mocua/engine/eform';
import { completeTask, durationFor, startProcess } from '@mocua/engine/process';
import { computeDue, type DurationRule, type WorkingCalendar } from '@mocua/engine/working-time';
import type { Answers } from '@mocua/contract';
import type { CheckedPackage, PackageProblem } from './check-package';
import type { AnswerCase, ClockCase, ClockRuleName, PathCase } from './package-source';
import { caseOf, requiredComponents } from './required-components';

/** Plays the test cases of a package on the engines that will run it; gives those that come out differently. */
export function playCases(checked: CheckedPackage): readonly PackageProblem[] {
  const { answers, paths, clock, today } = checked.source.cases;
  const played = paths.map((each) => ({ name: each.name, ...playPath(checked, each, today) }));
  return [
    ...answers.flatMap((each) => report(each.name, playAnswers(checked, each, today))),
    ...played.flatMap(({ name, fault }) => report(name, fault)),
    ...unplayedFlows(checked, played),
    ...clock.flatMap((each) => report(each.name, playClock(checked, each))),
  ];
}

function report(name: string, found: string | null): readonly PackageProblem[] {
  if (found === null) return [];
  return [
    {
      file: 'cases.json',
      at: name,
      message: { vi: `Kết quả khác dự kiến: ${found}`, en: `It comes out differently: ${found}` },
    },
  ];
}

function playAnswers(
  { compiledForm, source }: CheckedPackage,
  each: AnswerCase,
  today: string,
): string | null {
  const result = validateAnswers(compiledForm, each.answers, { today }, 'submission');
  const complained = result.ok ? [] : [...new Set(result.problems.map((problem) => problem.path))].sort();
  const expected = [...each.problems].sort();
  if (complained.join() !== expected.join()) return `problems [${complained.join(', ')}]`;
  const needed = requiredComponents(source.components, each.answers, today)
    .filter((need) => need.required)
    .map((need) => need.component.code)
    .sort();
  if (needed.join() !== [...each.requiredComponents].sort().join())
    return `components [${needed.join(', ')}]`;
  const found = each.case === undefined ? null : caseOf(source.entry, each.answers, today);
  return each.case === undefined || found === each.case ? null : `case ${found ?? 'none'}`;
}

interface Played {
  readonly fault: string | null;
  readonly takenFlows: readonly string[];
}

function playPath({ process, tasks }: CheckedPackage, each: PathCase, today: string): Played {
  const started = startProcess(process, {});
  if (!started.ok) return { fault: JSON.stringify(started.problems), takenFlows: [] };
  let { state } = started.step;
  let variables: Answers = {};
  const stopped = (fault: string): Played => ({ fault, takenFlows: state.takenFlows });
  for (const { task: nodeId, outcome, values } of each.steps) {
    const task = state.openTasks.find((open) => open.nodeId === nodeId);
    if (!task) return stopped(`${nodeId} is not open`);
    const form = tasks[task.formId]?.compiledForm ?? null;
    const validated = form ? validateAnswers(form, values, { today }, 'submission') : null;
    if (validated && !validated.ok)
      return stopped(`${nodeId}: ${validated.problems.map((problem) => problem.path).join(', ')}`);
    variables = { ...variables, ...(validated?.answers ?? {}) };
    const completed = completeTask(process, state, task.key, { outcome, variables });
    if (!completed.ok) return stopped(`${nodeId}: ${JSON.stringify(completed.problems)}`);
    ({ state } = completed.step);
  }
  return {
    fault: state.ended?.outcome === each.ends ? null : `ended ${state.ended?.outcome ?? 'not at all'}`,
    takenFlows: state.takenFlows,
  };
}

/** A way that no case ever takes was never seen to work. */
function unplayedFlows(checked: CheckedPackage, played: readonly Played[]): readonly PackageProblem[] {
  const taken = new Set(played.flatMap((path) => path.takenFlows));
  return checked.process.flows
    .filter((flow) => !taken.has(flow.id))
    .map((flow) => ({
      file: 'cases.json',
      at: flow.id,
      message: {
        vi: `Chưa có trường hợp nào đi từ “${flow.from}” tới “${flow.to}”.`,
        en: `No case goes from "${flow.from}" to "${flow.to}".`,
      },
    }));
}

const day = [
  ['07:30', '11:30'],
  ['13:30', '17:30'],
] as const;
const plainCalendar: WorkingCalendar = {
  id: 'plain',
  version: 1,
  coveredFrom: '2020-01-01',
  coveredTo: '2040-12-31',
  weekly: [
    {
      validFrom: '2020-01-01',
      days: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
    },
  ],
  holidays: [],
  makeUpDays: [],
  closures: [],
};

/** Plays one rule of time; the calendars of a province have their own tests. */
function playClock(
  { source: { rules } }: CheckedPackage,
  { rule, from, due, answers = {} }: ClockCase,
): string | null {
  const ruleOf: Readonly<Record<ClockRuleName, DurationRule | null>> = {
    duration: durationFor(rules.clock.duration, answers),
    reception: rules.reception.limit,
    'supplement-ask': rules.supplement.askWithin,
    'supplement-answer': rules.supplement.answerWithin,
  };
  const duration = ruleOf[rule];
  if (duration === null || due === null)
    return duration === null && due === null ? null : 'there is no time limit on one side';
  const result = computeDue({
    rule: duration,
    calendar: plainCalendar,
    startEvent: rules.clock.startEvent,
    startedAt: from,
  });
  if (!result.ok) return result.problem.code;
  return Date.parse(result.value.dueAt) === Date.parse(due) ? null : result.value.dueAt;
}
