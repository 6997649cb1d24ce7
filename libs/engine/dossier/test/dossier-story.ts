import type { AttachmentId, DossierId, PartyId, SupplementId, TaskId, UnitId } from '@mocua/contract';
import {
  type AttachmentRef,
  decide,
  type Decision,
  type DecisionFacts,
  decideSubmit,
  type DossierCommand,
  type DossierEvent,
  type DossierState,
  evolve,
  openSupplement,
  type SubmitCommand,
} from '../src/index';
import { calendar, process, rules } from './procedure-facts';

export const dossierId = '01890000-0000-7000-8000-000000000001' as DossierId;
export const centre = '01890000-0000-7000-8000-00000000000a' as UnitId;
export const committee = '01890000-0000-7000-8000-00000000000b' as UnitId;
export const otherCommittee = '01890000-0000-7000-8000-00000000000c' as UnitId;
const owner = '01890000-0000-7000-8000-00000000000d' as PartyId;

/** Monday 16 November 2026, 08:05 in Vietnam. */
export const mondayMorning = '2026-11-16T01:05:00.000Z';

let count = 0;
/** Stands for any sealed value. */
export function aValue(): { valueId: string; digest: string } {
  count += 1;
  return { valueId: `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`, digest: 'd'.repeat(64) };
}

export function aFile(componentCode = 'identity-paper'): AttachmentRef {
  const name = aValue();
  return {
    attachmentId: name.valueId as AttachmentId,
    componentCode,
    mediaType: 'application/pdf',
    size: 100,
    sha256: 'a'.repeat(64),
    uploadedAt: mondayMorning,
    name,
  };
}

export function aSubmission(change: Partial<SubmitCommand> = {}): SubmitCommand {
  return {
    type: 'submit',
    dossierId,
    transactionCode: 'T261116-ABCDEFGH',
    draftId: null,
    channel: 'online',
    sourceSystem: 'mocua',
    externalCodes: [],
    procedure: { code: '2.000908', version: 1, hash: 'h' },
    people: { submitter: owner, owner, ground: 'self' },
    units: { assistedAt: null, receiving: centre, competent: committee },
    answers: aValue(),
    attachments: [aFile()],
    facts: { identityVerified: true, reusedComponents: 0 },
    parentId: null,
    ...change,
  };
}

/** A dossier lived through command by command, with a clock that the story moves. */
export class DossierStory {
  state: DossierState;
  readonly events: DossierEvent[] = [];
  /** State after each commit. */
  readonly states: DossierState[] = [];
  now = mondayMorning;
  facts: Omit<DecisionFacts, 'now'> = { actor: { kind: 'system', job: 'test' }, rules, calendar, process };

  constructor(submission: SubmitCommand = aSubmission()) {
    const decision = decideSubmit(submission, { ...this.facts, now: this.now });
    if (!decision.ok) throw new Error(JSON.stringify(decision.problem));
    const state = decision.events.reduce<DossierState | null>(evolve, null);
    if (!state) throw new Error('a submission without events');
    this.events.push(...decision.events);
    this.state = state;
    this.states.push(state);
  }

  wait(minutes: number): this {
    this.now = new Date(Date.parse(this.now) + minutes * 60_000).toISOString();
    return this;
  }

  /** Decides without applying. */
  decide(command: DossierCommand): Decision {
    return decide(this.state, command, { ...this.facts, now: this.now });
  }

  /** Decides and applies; answers types of the events, or the code of the refusal. */
  try(command: DossierCommand): string[] | string {
    const decision = this.decide(command);
    if (!decision.ok) return decision.problem.code;
    this.events.push(...decision.events);
    this.state = decision.events.reduce<DossierState>((state, event) => evolve(state, event), this.state);
    if (decision.events.length > 0) this.states.push(this.state);
    return decision.events.map((event) => event.type);
  }

  /** Applies commands that must be accepted. */
  then(...commands: ((story: this) => DossierCommand)[]): this {
    for (const command of commands) {
      const wish = command(this);
      const result = this.try(wish);
      if (typeof result === 'string') throw new Error(`${wish.type}: ${result}`);
    }
    return this;
  }
}

/** One command of each type, as it fits the state of the story where anything fits. */
export const commands = {
  receive: (): DossierCommand => ({
    type: 'receive',
    code: '000.00.32.H99-261116-0001',
    competentUnit: committee,
    homeCentre: centre,
    note: null,
  }),
  alert: (): DossierCommand => ({ type: 'alert-reception' }),
  refuse: (): DossierCommand => ({ type: 'refuse', reason: aValue() }),
  ask: (_story?: DossierStory, hasGround = false): DossierCommand => ({
    type: 'request-supplement',
    supplementId: aValue().valueId as SupplementId,
    items: [{ kind: 'component', ref: 'identity-paper' }],
    text: aValue(),
    hasGround,
  }),
  send: (story: DossierStory): DossierCommand => ({
    type: 'send-supplement',
    supplementId: lastSupplement(story),
  }),
  answer: (story: DossierStory): DossierCommand => ({
    type: 'answer-supplement',
    supplementId: lastSupplement(story),
    answers: aValue(),
    attachments: [aFile()],
  }),
  confirm: (story: DossierStory): DossierCommand => ({
    type: 'confirm-supplement',
    supplementId: lastSupplement(story),
    complete: true,
    note: null,
  }),
  sendBack: (story: DossierStory): DossierCommand => ({
    type: 'confirm-supplement',
    supplementId: lastSupplement(story),
    complete: false,
    note: aValue(),
  }),
  lapse: (): DossierCommand => ({ type: 'lapse-supplement' }),
  edit: (): DossierCommand => ({ type: 'edit', answers: aValue() }),
  withdraw: (): DossierCommand => ({ type: 'withdraw', reason: aValue() }),
  complete: (story: DossierStory): DossierCommand =>
    completion(story, story.state.tasks[0]?.nodeId === 'look-up' ? 'submit' : 'approve'),
  issue: (story: DossierStory): DossierCommand => completion(story, 'issue'),
  return: (): DossierCommand => ({
    type: 'return-result',
    method: 'electronic',
    relation: 'owner',
    receiver: aValue(),
  }),
};

export function completion(story: DossierStory, outcome: string, found = 'yes'): DossierCommand {
  return {
    type: 'complete-task',
    taskId: story.state.tasks[0]?.taskId ?? (dossierId as string as TaskId),
    outcome,
    commentRequired: outcome === 'send-back',
    values: aValue(),
    comment: outcome === 'send-back' ? aValue() : null,
    variables: { found },
  };
}

function lastSupplement(story: DossierStory): SupplementId {
  return (openSupplement(story.state)?.supplementId ??
    story.state.supplements.at(-1)?.supplementId ??
    dossierId) as SupplementId;
}

const { receive, refuse, ask, send, answer, withdraw, complete, issue } = commands;
const minutesOf16Days = 16 * 24 * 60;

/** A fresh story in each situation the law tells apart. */
export const situations: Readonly<Record<string, () => DossierStory>> = {
  submitted: () => new DossierStory(),
  'asked before reception': () => new DossierStory().then(ask),
  refused: () => new DossierStory().then(refuse),
  processing: () => new DossierStory().then(receive),
  'request prepared': () => new DossierStory().then(receive, ask),
  'request sent': () => new DossierStory().then(receive, ask, send),
  'request answered': () => new DossierStory().then(receive, ask, send, answer),
  done: () => new DossierStory().then(receive, complete, complete, issue),
  'done with a request prepared': () => new DossierStory().then(receive, complete, complete, ask, issue),
  returned: () => new DossierStory().then(receive, complete, complete, issue, commands.return),
  withdrawn: () => new DossierStory().then(receive, withdraw),
  'withdrawn when asked before reception': () => new DossierStory().then(ask, withdraw),
  'withdrawn with a request prepared': () => new DossierStory().then(receive, ask, withdraw),
  'withdrawn with a request sent': () => new DossierStory().then(receive, ask, send, withdraw),
  'withdrawn with a request answered': () => new DossierStory().then(receive, ask, send, answer, withdraw),
  stopped: () => new DossierStory().then(receive, ask, send).wait(minutesOf16Days).then(commands.lapse),
};
