import type { Localized } from '@mocua/contract';
import type { TaskNode } from '@mocua/engine/process';
import type { CheckedPackage, PackageProblem } from './check-package';
import { expressionFault } from './expression-fault';
import { documentManagement, type OutgoingDefinition, outgoingScope } from './outgoing-definition';
import { scopeOf } from './variable-scope';

/** Every step of the document management system says which document it is about, and the ends of that document fit the step. */
export function checkOutgoing(checked: CheckedPackage): readonly PackageProblem[] {
  const outgoing = checked.source.outgoing ?? [];
  const nodes = checked.process.nodes.filter(
    (node): node is TaskNode => node.kind === 'task' && node.system === documentManagement,
  );
  const undeclared = nodes.filter(({ id }) => !outgoing.some(({ task }) => task === id));
  return [
    ...undeclared.map(({ id }): PackageProblem => ({
      file: 'process.bpmn',
      at: id,
      message: {
        vi: 'outgoing.json chưa ghi văn bản của bước này.',
        en: 'outgoing.json does not say which document this step is about.',
      },
    })),
    ...outgoing.flatMap((each, at) => {
      const node = nodes.find(({ id }) => id === each.task);
      if (!node || outgoing.findIndex(({ task }) => task === each.task) !== at)
        return [
          found(each.task, [
            'Không có bước nào như vậy ở hệ thống quản lý văn bản, hoặc bước đã ghi rồi.',
            'No task of the document management system has this id, or it was declared before.',
          ]),
        ];
      return checkDocument(each, node, checked);
    }),
  ];
}

function checkDocument(
  each: OutgoingDefinition,
  node: TaskNode,
  { source, tasks }: CheckedPackage,
): readonly PackageProblem[] {
  const sections = tasks[node.formId]?.form?.pages.flatMap((page) => page.sections) ?? [];
  const fields = new Set(sections.flatMap((section) => section.fields.map(({ id }) => id)));
  const outcomes = [each.issued.outcome, each.returned.outcome].filter(
    (outcome) => !node.outcomes.includes(outcome),
  );
  const printed = each.document === 'refusal' || source.print.template !== 'none';
  const values = [...Object.entries(each.issued.values), ...Object.entries(each.returned.values)];
  const faults = values.flatMap(([field, text]) => {
    const fault: Localized | null = fields.has(field)
      ? expressionFault(text, outgoingScope, 'any')
      : { vi: 'Biểu mẫu của bước không có mục này.', en: 'The form of the task has no such field.' };
    return fault ? [{ file: 'outgoing.json' as const, at: `${each.task}.${field}`, message: fault }] : [];
  });
  const scope = scopeOf([source.form, ...source.tasks.flatMap((task) => task.form ?? [])]);
  const abstract = expressionFault(each.abstract, scope, 'string');
  return [
    ...(abstract ? [{ file: 'outgoing.json' as const, at: `${each.task}.abstract`, message: abstract }] : []),
    ...outcomes.map((outcome) =>
      found(`${each.task}.${outcome}`, ['Bước không có kết quả này.', 'The task has no such outcome.']),
    ),
    ...(printed
      ? []
      : [
          found(each.task, [
            'Thủ tục này không in kết quả nào để trình ký.',
            'This procedure prints no result that could be signed.',
          ]),
        ]),
    ...faults,
  ];
}

function found(at: string, [vi, en]: readonly [string, string]): PackageProblem {
  return { file: 'outgoing.json', at, message: { vi, en } };
}
