import { type CompiledProcess, isConditional } from '@mocua/engine/process';
import type { CheckedPackage, PackageProblem } from './check-package';
import { expressionFault } from './expression-fault';
import { scopeOf } from './variable-scope';

/** Time limits that depend on answers, and units of steps, read only names that the form knows. */
export function checkRules({ source, process }: CheckedPackage): readonly PackageProblem[] {
  const scope = scopeOf([source.form]);
  const { duration } = source.rules.clock;
  const choices = duration !== null && isConditional(duration) ? duration.choose : [];
  return [
    ...choices.flatMap(({ when }, at): PackageProblem[] => {
      const message = expressionFault(when, scope, 'boolean');
      return message ? [{ file: 'rules.json', at: `clock.duration.choose.${at}.when`, message }] : [];
    }),
    ...checkPauses(source.rules.pauses ?? {}, process, (source.fees?.grounds ?? []).length > 0),
    ...process.nodes.flatMap((node): PackageProblem[] => {
      if (node.kind !== 'task' || node.unit?.startsWith('=') !== true) return [];
      const message = expressionFault(node.unit.slice(1), scope, 'string');
      return message ? [{ file: 'process.bpmn', at: node.id, message }] : [];
    }),
  ];
}

/** Pause that holds while money that was asked for is waited for; no step of the process asks for it. */
const whilePaying = 'payment';

/** Every ground on which a step asks for a pause stands in the rules, and none stands there for nothing. */
function checkPauses(
  rules: object,
  process: CompiledProcess,
  asksForMoney: boolean,
): readonly PackageProblem[] {
  const asked = process.nodes.flatMap((node) =>
    node.kind === 'task' && node.pause !== undefined ? [{ id: node.id, pause: node.pause }] : [],
  );
  return [
    ...asked
      .filter(({ pause }) => !Object.hasOwn(rules, pause))
      .map(({ id, pause }): PackageProblem => ({
        file: 'process.bpmn',
        at: id,
        message: {
          vi: `rules.json không có căn cứ tạm dừng “${pause}”.`,
          en: `rules.json has no ground "${pause}" for a pause.`,
        },
      })),
    ...Object.keys(rules)
      .filter((name) => !asked.some(({ pause }) => pause === name) && !(asksForMoney && name === whilePaying))
      .map((name): PackageProblem => ({
        file: 'rules.json',
        at: `pauses.${name}`,
        message: { vi: 'Không bước nào xin tạm dừng theo căn cứ này.', en: 'No task asks for this pause.' },
      })),
  ];
}
