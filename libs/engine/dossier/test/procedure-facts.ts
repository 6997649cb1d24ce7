import type { RuleSource } from '@mocua/contract';
import {
  compileProcess,
  type CompiledProcess,
  type ModelFlow,
  type ModelNode,
  type SettledRules,
} from '@mocua/engine/process';
import type { WorkingCalendar } from '@mocua/engine/working-time';

const source: RuleSource = { citation: 'Ví dụ trong kiểm thử', effectiveFrom: '2025-07-01', verified: false };

/** Rules as the first procedure has them: same day before 15:00, a supplement restarts the clock. */
export const rules: SettledRules = {
  schemaVersion: 1,
  reception: {
    limit: { amount: 8, unit: 'working-hour', source },
    alertAfterMinutes: 120,
    alertSource: source,
  },
  clock: {
    startEvent: 'arrived-at-competent-unit',
    startSource: source,
    duration: { amount: 0, unit: 'same-day', cutoff: '15:00', source },
  },
  forwarding: { electronic: 'at-once', paperCutoff: '15:00', source },
  supplement: {
    askWithin: { amount: 3, unit: 'working-day', workingDayMode: 'end-of-day', source },
    answerWithin: { amount: 15, unit: 'calendar-day', lastDayEnds: 'midnight', source },
    resume: 'restart',
    resumeSource: source,
    groundFromRequest: 2,
    groundSource: source,
  },
  edit: { allowedUntil: 'decision', clockEffect: 'keep', source },
  withdrawal: { allowedUntil: 'decision', source },
  extension: { times: 1, askBefore: { amount: 1, unit: 'calendar-day', source }, source },
};

const hours = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
] as const;

export const calendar: WorkingCalendar = {
  id: 'test',
  version: 1,
  coveredFrom: '2026-01-01',
  coveredTo: '2028-12-31',
  weekly: [
    {
      validFrom: '2026-01-01',
      days: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours },
    },
  ],
  holidays: [],
  makeUpDays: [],
  closures: [],
};

function node(id: string, bpmnType: string, change: Partial<ModelNode> = {}): ModelNode {
  return {
    id,
    bpmnType,
    name: id,
    nameEn: id,
    features: [],
    terminate: false,
    defaultFlow: null,
    step: null,
    role: null,
    formId: null,
    outcomes: [],
    outcome: null,
    bounds: { x: 0, y: 0, width: 100, height: 80 },
    ...change,
  };
}

function task(
  id: string,
  role: 'specialist' | 'leader' | 'clerk',
  step: 'appraise' | 'approve' | 'issue',
  ...outcomes: string[]
): ModelNode {
  return node(id, 'bpmn:UserTask', { role, step, formId: id, outcomes });
}

function flow(from: string, to: string, condition: string | null = null): ModelFlow {
  return { id: `${from}>${to}`, name: null, from, to, condition, waypoints: [] };
}

/** Look up, then copy or refusal: each signed by the leader, who may send back, and issued by the clerk. */
function compiled(): CompiledProcess {
  const result = compileProcess({
    id: 'copy',
    name: 'Cấp bản sao',
    nodes: [
      node('start', 'bpmn:StartEvent'),
      task('look-up', 'specialist', 'appraise', 'submit'),
      node('is-found', 'bpmn:ExclusiveGateway', { defaultFlow: 'is-found>approve-refusal' }),
      task('approve-copy', 'leader', 'approve', 'approve', 'send-back'),
      node('copy-approved', 'bpmn:ExclusiveGateway', { defaultFlow: 'copy-approved>look-up' }),
      task('issue-copy', 'clerk', 'issue', 'issue'),
      node('copy-issued', 'bpmn:EndEvent', { outcome: 'positive' }),
      task('approve-refusal', 'leader', 'approve', 'approve', 'send-back'),
      node('refusal-approved', 'bpmn:ExclusiveGateway', { defaultFlow: 'refusal-approved>look-up' }),
      task('issue-refusal', 'clerk', 'issue', 'issue'),
      node('refusal-issued', 'bpmn:EndEvent', { outcome: 'negative' }),
    ],
    flows: [
      flow('start', 'look-up'),
      flow('look-up', 'is-found'),
      flow('is-found', 'approve-copy', 'found = "yes"'),
      flow('is-found', 'approve-refusal'),
      flow('approve-copy', 'copy-approved'),
      flow('copy-approved', 'issue-copy', 'outcome = "approve"'),
      flow('copy-approved', 'look-up'),
      flow('issue-copy', 'copy-issued'),
      flow('approve-refusal', 'refusal-approved'),
      flow('refusal-approved', 'issue-refusal', 'outcome = "approve"'),
      flow('refusal-approved', 'look-up'),
      flow('issue-refusal', 'refusal-issued'),
    ],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.process;
}

export const process = compiled();
