import type { z } from 'zod';
import { compileForm, type CompiledForm } from '@mocua/engine/eform';
import { compileEligibility } from '@mocua/engine/eligibility';
import type { TypeScope } from '@mocua/engine/expression';
import { compileFees } from '@mocua/engine/fees';
import { compileProcess, type CompiledProcess, parseBpmn, type TaskNode } from '@mocua/engine/process';
import type { Localized } from '@mocua/contract';
import { checkEntry } from './check-entry';
import { checkHandovers } from './check-handovers';
import { checkOutgoing } from './check-outgoing';
import { checkRules } from './check-rules';
import { expressionFault } from './expression-fault';
import { playCases } from './play-cases';
import { printExpressions } from './print-definition';
import type { PublishedTask, TaskDefinition } from './procedure-package';
import { type PackageSource, packageSource } from './package-source';
import { unansweredConditions } from './unanswered-conditions';
import { scopeOf } from './variable-scope';

/** Why a package cannot be published: the file, the place in it, and what to do. */
export interface PackageProblem {
  readonly file:
    | 'procedure.json'
    | 'form.json'
    | 'components.json'
    | 'process.bpmn'
    | 'tasks.json'
    | 'rules.json'
    | 'print.json'
    | 'cases.json'
    | 'fees.json'
    | 'eligibility.json'
    | 'handovers.json'
    | 'outgoing.json';
  readonly at: string;
  readonly message: Localized;
}

/** A package that was proved sound, with everything compiled. */
export interface CheckedPackage {
  readonly source: PackageSource;
  readonly compiledForm: CompiledForm;
  readonly process: CompiledProcess;
  readonly tasks: Readonly<Record<string, PublishedTask>>;
}

export type CheckPackageResult =
  | { readonly ok: true; readonly checked: CheckedPackage }
  | { readonly ok: false; readonly problems: readonly PackageProblem[] };

const files = {
  entry: 'procedure.json',
  form: 'form.json',
  components: 'components.json',
  bpmn: 'process.bpmn',
  tasks: 'tasks.json',
  rules: 'rules.json',
  print: 'print.json',
  cases: 'cases.json',
  fees: 'fees.json',
  eligibility: 'eligibility.json',
  handovers: 'handovers.json',
  outgoing: 'outgoing.json',
} as const satisfies Record<keyof PackageSource, PackageProblem['file']>;

/**
 * Proves a package sound: every part has its shape, forms and process compile, tasks and process fit together, every
 * expression knows its names, and the cases of the package come out as its author said.
 */
export async function checkPackage(input: unknown): Promise<CheckPackageResult> {
  const shape = packageSource.safeParse(input);
  if (!shape.success)
    return failed(
      shape.error.issues.flatMap(mostLikely).map(({ path, message }) => shapeProblem(path, message)),
    );
  const source = shape.data;

  const form = compileForm(source.form);
  const tasks = compileTasks(source.tasks);
  const process = await readProcess(source);
  if (!form.ok || !tasks.ok || !process.ok) {
    return failed([
      ...(form.ok ? [] : form.problems.map(({ at, message }) => ({ file: files.form, at, message }))),
      ...(tasks.ok ? [] : tasks.problems),
      ...(process.ok ? [] : process.problems),
    ]);
  }
  const checked: CheckedPackage = {
    source,
    compiledForm: form.form,
    process: process.process,
    tasks: tasks.tasks,
  };
  const problems = [
    ...checkFit(checked),
    ...checkEntry(checked),
    ...checkComponents(checked),
    ...checkRules(checked),
    ...checkPrint(checked),
    ...checkMoney(checked),
    ...checkHandovers(checked),
    ...checkOutgoing(checked),
  ];
  if (problems.length > 0) return failed(problems);
  const played = playCases(checked);
  return played.length > 0 ? failed(played) : { ok: true, checked };
}

function failed(problems: readonly PackageProblem[]): CheckPackageResult {
  return { ok: false, problems };
}

/** Of a part that may have several shapes, what is wrong with the one it comes closest to. */
function mostLikely(issue: z.core.$ZodIssue): readonly { path: PropertyKey[]; message: string }[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [closest = []] = [...issue.errors].sort((a, b) => a.length - b.length || depth(b) - depth(a));
  return closest
    .flatMap(mostLikely)
    .map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function shapeProblem(path: readonly PropertyKey[], detail: string): PackageProblem {
  const [part, ...rest] = path.map(String);
  const file = files[(part ?? 'entry') as keyof PackageSource] ?? files.entry;
  return { file, at: rest.join('.'), message: { vi: `Sai dạng: ${detail}`, en: `Wrong shape: ${detail}` } };
}

type Compiled<T> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly problems: readonly PackageProblem[] };

function compileTasks(
  definitions: readonly TaskDefinition[],
): Compiled<{ readonly tasks: CheckedPackage['tasks'] }> {
  const problems: PackageProblem[] = [];
  const tasks: Record<string, PublishedTask> = {};
  for (const definition of definitions) {
    const { formId } = definition;
    if (Object.hasOwn(tasks, formId)) {
      problems.push({
        file: files.tasks,
        at: formId,
        message: { vi: 'Mã này đã dùng rồi.', en: 'This id is used twice.' },
      });
    }
    const compiled = definition.form ? compileForm(definition.form) : null;
    if (compiled && !compiled.ok) {
      problems.push(
        ...compiled.problems.map(({ at, message }) => ({
          file: files.tasks,
          at: `${formId}.${at}`,
          message,
        })),
      );
    }
    tasks[formId] = { ...definition, compiledForm: compiled?.ok ? compiled.form : null };
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, tasks };
}

async function readProcess(source: PackageSource): Promise<Compiled<{ readonly process: CompiledProcess }>> {
  const parsed = await parseBpmn(source.bpmn);
  const result = parsed.ok
    ? compileProcess(parsed.model, scopeOf(source.tasks.flatMap((task) => task.form ?? [])))
    : parsed;
  if (result.ok) return result;
  return {
    ok: false,
    problems: result.problems.map(({ elementId, message }) => ({ file: files.bpmn, at: elementId, message })),
  };
}

/** Every task of the process has its definition, none is left over, and every condition can be decided. */
function checkFit({ process, tasks }: CheckedPackage): readonly PackageProblem[] {
  const nodes = process.nodes.filter((node): node is TaskNode => node.kind === 'task');
  const used = new Set(nodes.map((node) => node.formId));
  return [
    ...nodes.flatMap((node): PackageProblem[] => {
      const definition = Object.hasOwn(tasks, node.formId) ? tasks[node.formId] : undefined;
      if (!definition) {
        const message = {
          vi: `tasks.json không có “${node.formId}”.`,
          en: `tasks.json has no "${node.formId}".`,
        };
        return [{ file: files.bpmn, at: node.id, message }];
      }
      const same =
        [...node.outcomes].sort().join() ===
        definition.outcomes
          .map((outcome) => outcome.code)
          .sort()
          .join();
      const message = {
        vi: 'Kết quả của bước khác với tasks.json.',
        en: 'The outcomes differ from tasks.json.',
      };
      return same ? [] : [{ file: files.bpmn, at: node.id, message }];
    }),
    ...Object.keys(tasks)
      .filter((formId) => !used.has(formId))
      .map((formId) => ({
        file: files.tasks,
        at: formId,
        message: { vi: 'Không bước nào dùng mục này.', en: 'No task uses this.' },
      })),
    ...unansweredConditions(process, tasks).map(({ flowId, name }) => ({
      file: files.bpmn,
      at: flowId,
      message: {
        vi: `Có đường tới điều kiện này mà “${name}” chưa chắc đã được trả lời. Hãy đặt trường đó là bắt buộc ở một bước trước.`,
        en: `This condition can be reached before "${name}" is answered. Make that field required in a task before it.`,
      },
    })),
  ];
}

function checkComponents({ source }: CheckedPackage): readonly PackageProblem[] {
  const scope: TypeScope = { ...scopeOf([source.form]), today: 'date' };
  const codes = source.components.map((component) => component.code);
  return source.components.flatMap((component, at): PackageProblem[] => {
    const problems: PackageProblem[] = [];
    const report = (place: string, message: Localized) =>
      problems.push({ file: files.components, at: `${component.code}.${place}`, message });
    if (codes.indexOf(component.code) !== at)
      report('code', { vi: 'Mã này đã dùng rồi.', en: 'This code is used twice.' });
    if ((component.condition !== null) !== (component.required === 'conditional')) {
      report('condition', {
        vi: 'Chỉ thành phần có điều kiện mới ghi điều kiện.',
        en: 'Exactly a conditional component states its condition.',
      });
    }
    for (const property of ['visibleWhen', 'requiredWhen'] as const) {
      const fault = expressionFault(component[property], scope, 'boolean');
      if (fault) report(property, fault);
    }
    return problems;
  });
}

/** What is printed reads only names that the forms know. */
function checkPrint({ source }: CheckedPackage): readonly PackageProblem[] {
  const scope: TypeScope = {
    ...scopeOf([source.form, ...source.tasks.flatMap((task) => task.form ?? [])]),
    today: 'date',
  };
  return printExpressions(source.print).flatMap(([at, text]): PackageProblem[] => {
    const message = expressionFault(text, scope, 'any');
    return message ? [{ file: files.print, at, message }] : [];
  });
}

/** What a dossier costs, and who qualifies, in the languages of their engines. */
function checkMoney({ source }: CheckedPackage): readonly PackageProblem[] {
  const scope = scopeOf([source.form, ...source.tasks.flatMap((task) => task.form ?? [])]);
  const fees = source.fees ? compileFees(source.fees, scope) : null;
  const eligibility = source.eligibility ? compileEligibility(source.eligibility) : null;
  return [
    ...(fees?.ok === false ? fees.problems.map((problem) => ({ file: files.fees, ...problem })) : []),
    ...(eligibility?.ok === false
      ? eligibility.problems.map((problem) => ({ file: files.eligibility, ...problem }))
      : []),
  ];
}
