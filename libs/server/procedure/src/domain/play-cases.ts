import { validateAnswers } from '@mocua/engine/eform';
import { completeTask, type ProcessState, startProcess } from '@mocua/engine/process';
import type { Answers } from '@mocua/contract';
import type { CheckedPackage, PackageProblem } from './check-package';
import type { AnswerCase, PathCase } from './package-source';
import { requiredComponents } from './required-components';

/** Plays the test cases of a package on the engines that will run it; gives those that come out differently. */
export function playCases(checked: CheckedPackage): readonly PackageProblem[] {
  const { answers, paths, today } = checked.source.cases;
  return [
    ...answers.flatMap((each) => report(each.name, playAnswers(checked, each, today))),
    ...paths.flatMap((each) => report(each.name, playPath(checked, each, today))),
    ...unplayedEnds(checked, paths),
  ];
}

function report(name: string, found: string | null): readonly PackageProblem[] {
  if (found === null) return [];
  return [{ file: 'cases.json', at: name, message: { vi: `Kết quả khác dự kiến: ${found}`, en: `It comes out differently: ${found}` } }];
}

function playAnswers({ compiledForm, source }: CheckedPackage, each: AnswerCase, today: string): string | null {
  const result = validateAnswers(compiledForm, each.answers, { today }, 'submission');
  const complained = result.ok ? [] : [...new Set(result.problems.map((problem) => problem.path))].sort();
  const expected = [...each.problems].sort();
  if (complained.join() !== expected.join()) return `problems [${complained.join(', ')}]`;
  const needed = requiredComponents(source.components, each.answers, today)
    .filter((need) => need.required)
    .map((need) => need.component.code)
    .sort();
  return needed.join() === [...each.requiredComponents].sort().join() ? null : `components [${needed.join(', ')}]`;
}

function playPath({ process, tasks }: CheckedPackage, each: PathCase, today: string): string | null {
  const started = startProcess(process, {});
  if (!started.ok) return JSON.stringify(started.problems);
  let state: ProcessState = started.step.state;
  let variables: Answers = {};
  for (const { task: nodeId, outcome, values } of each.steps) {
    const task = state.openTasks.find((open) => open.nodeId === nodeId);
    if (!task) return `${nodeId} is not open`;
    const form = tasks[task.formId]?.compiledForm ?? null;
    const validated = form ? validateAnswers(form, values, { today }, 'submission') : null;
    if (validated && !validated.ok) return `${nodeId}: ${validated.problems.map((problem) => problem.path).join(', ')}`;
    variables = { ...variables, ...(validated?.answers ?? {}) };
    const completed = completeTask(process, state, task.key, { outcome, variables });
    if (!completed.ok) return `${nodeId}: ${JSON.stringify(completed.problems)}`;
    ({ state } = completed.step);
  }
  return state.ended?.outcome === each.ends ? null : `ended ${state.ended?.outcome ?? 'not at all'}`;
}

/** A way out that no case ever takes was never seen to work. */
function unplayedEnds(checked: CheckedPackage, paths: readonly PathCase[]): readonly PackageProblem[] {
  const outcomes = new Set(checked.process.nodes.flatMap((node) => (node.kind === 'end' ? [node.outcome] : [])));
  return [...outcomes]
    .filter((outcome) => !paths.some((path) => path.ends === outcome))
    .map((outcome) => ({
      file: 'cases.json',
      at: outcome,
      message: { vi: `Chưa có trường hợp nào kết thúc “${outcome}”.`, en: `No case ends "${outcome}".` },
    }));
}
