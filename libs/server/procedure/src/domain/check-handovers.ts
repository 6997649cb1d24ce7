import type { TaskNode } from '@mocua/engine/process';
import type { Localized } from '@mocua/contract';
import type { CheckedPackage, PackageProblem } from './check-package';
import { expressionFault } from './expression-fault';
import { type HandoverDefinition, sectorScope } from './handover-definition';
import { documentManagement } from './outgoing-definition';

/** Every step of a sector system says what is handed over, nothing is handed over that does not exist, and its ends fit the step. */
export function checkHandovers({ source, process, tasks }: CheckedPackage): readonly PackageProblem[] {
  const handovers = source.handovers ?? [];
  const nodes = process.nodes.filter((node): node is TaskNode => node.kind === 'task');
  const undeclared = nodes.filter(
    ({ id, system }) =>
      system !== undefined && system !== documentManagement && !handovers.some(({ task }) => task === id),
  );
  return [
    ...undeclared.map(({ id }) =>
      found('process.bpmn', id, [
        'handovers.json chưa ghi nội dung chuyển giao của bước này.',
        'handovers.json does not say what this step hands over.',
      ]),
    ),
    ...handovers.flatMap((each, at) => {
      const node = nodes.find(({ id }) => id === each.task);
      if (node?.system !== each.system || handovers.findIndex(({ task }) => task === each.task) !== at)
        return [
          found('handovers.json', each.task, [
            'Không có bước nào của hệ thống này, hoặc bước đã ghi rồi.',
            'No task of this system has this id, or it was declared before.',
          ]),
        ];
      return [...checkContent(each, source), ...checkEndings(each, node, tasks)];
    }),
  ];
}

function checkContent(
  { task, answers, components }: HandoverDefinition,
  source: CheckedPackage['source'],
): readonly PackageProblem[] {
  const sections = source.form.pages.flatMap((page) => page.sections);
  const names = new Set(
    sections.flatMap((section) => (section.repeat ? [section.id] : section.fields.map(({ id }) => id))),
  );
  const papers = new Set(source.components.map(({ code }) => code));
  const unknown = [
    ...answers.filter((name) => !names.has(name)),
    ...components.filter((code) => !papers.has(code)),
  ];
  return unknown.map((name) =>
    found('handovers.json', `${task}.${name}`, [
      'Tờ khai và thành phần hồ sơ không có mục này.',
      'Neither the form nor the papers have this.',
    ]),
  );
}

function checkEndings(
  each: HandoverDefinition,
  node: TaskNode,
  tasks: CheckedPackage['tasks'],
): readonly PackageProblem[] {
  const sections = tasks[node.formId]?.form?.pages.flatMap((page) => page.sections) ?? [];
  const fields = new Set(sections.flatMap((section) => section.fields.map(({ id }) => id)));
  return (['accepted', 'refused'] as const).flatMap((name) => {
    const ending = each[name];
    const at = `${each.task}.${name}`;
    const outcome = node.outcomes.includes(ending.outcome)
      ? []
      : [
          found('handovers.json', at, [
            'Bước không có kết quả này.',
            'The task has no such outcome.',
          ] as const),
        ];
    const values = Object.entries(ending.values).flatMap(([field, text]) => {
      const fault: Localized | null = fields.has(field)
        ? expressionFault(text, sectorScope, 'any')
        : { vi: 'Biểu mẫu của bước không có mục này.', en: 'The form of the task has no such field.' };
      return fault ? [{ file: 'handovers.json' as const, at: `${at}.${field}`, message: fault }] : [];
    });
    return [...outcome, ...values];
  });
}

function found(
  file: PackageProblem['file'],
  at: string,
  [vi, en]: readonly [string, string],
): PackageProblem {
  return { file, at, message: { vi, en } };
}
