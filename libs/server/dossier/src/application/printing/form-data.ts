import type { EventActor, EventOf } from '@mocua/engine/dossier';
import type {
  Form01Data,
  Form02Data,
  Form03Data,
  PrintedSigner,
  SubmissionReceiptData,
} from '@mocua/server/document';
import type { PrintDefinition } from '@mocua/server/procedure';
import { printedText } from '../../domain/printed-text';
import { channelNames } from '../../domain/words';
import type { SupplementText } from '../request-supplement';
import { readValue, unitName } from '../views/dossier-reader';
import {
  applicantOf,
  eventOf,
  headOf,
  officerName,
  type PrintSource,
  readBackOf,
  printedValues,
} from './print-source';

function procedureOf({ opened }: PrintSource): { code: string; name: string } {
  return { code: opened.procedure.code, name: opened.procedure.entry.name.vi };
}

function people(source: PrintSource): Pick<Form01Data, 'submitter' | 'owner'> {
  const { submitter, owner } = source.opened.state.people;
  return { submitter: applicantOf(source, submitter), owner: applicantOf(source, owner) };
}

export function submissionReceiptData(
  source: PrintSource,
  receipt: SubmissionReceiptData['receipt'],
): SubmissionReceiptData {
  const { opened, tracking } = source;
  const { payload, occurredAt } = eventOf(source) as EventOf<'dossier-submitted'>;
  const componentName = (code: string): string =>
    opened.procedure.components.find((each) => each.code === code)?.name.vi ?? code;
  return {
    head: { ...headOf(source, payload.units.receiving), code: payload.transactionCode },
    procedure: procedureOf(source),
    ...people(source),
    receivingUnit: unitName(opened.tree, payload.units.receiving),
    submittedAt: occurredAt,
    receptionDueAt: payload.reception.dueAt,
    pin: tracking.pin,
    answers: readBackOf(source).flatMap((page) =>
      page.rows.filter((row) => row.answered).map((row) => ({ label: row.label, value: row.text })),
    ),
    files: opened.attachments
      .filter((file) => payload.attachments.some((each) => each.attachmentId === file.attachmentId))
      .map((file) => ({
        component: componentName(file.componentCode),
        fileName: file.fileName,
        size: file.size,
        sha256: file.sha256,
      })),
    receipt,
  };
}

export function form01Data(source: PrintSource): Form01Data {
  const { opened, tracking } = source;
  const { state, procedure, tree } = opened;
  const event = eventOf(source);
  const started = opened.events.find((each) => each.type === 'clock-started');
  const received = state.attachments.filter((file) => file.uploadedAt <= event.occurredAt);
  const delivery =
    readBackOf(source)
      .at(-1)
      ?.rows.filter((row) => row.answered && !row.path.startsWith('confirmed')) ?? [];
  return {
    head: headOf(source, state.units.receiving),
    procedure: procedureOf(source),
    ...people(source),
    channel: channelNames[state.channel],
    competentUnit: unitName(tree, state.units.competent),
    components: procedure.components.flatMap((component) => {
      const files = received.filter((file) => file.componentCode === component.code).length;
      if (files === 0) return [];
      return [
        {
          name: component.name.vi,
          originals: 0,
          certifiedCopies: 0,
          photocopies: files,
          form: 'bản điện tử',
          note: null,
        },
      ];
    }),
    sets: 1,
    statutoryTime: procedure.entry.duration.vi,
    receivedAt: event.occurredAt,
    dueAt: started?.type === 'clock-started' ? started.payload.due.dueAt : null,
    resultDelivery: delivery.map((row) => row.text).join(' – '),
    register: null,
    pin: tracking.pin,
    receiver: officerName(source, event.actor),
  };
}

export function form02Data(source: PrintSource): Form02Data {
  const { opened } = source;
  const event = eventOf(source) as EventOf<'supplement-requested'>;
  const text = readValue(opened.values, event.payload.text) as SupplementText | null;
  const nameOf = (kind: string, ref: string): string => {
    if (kind === 'component')
      return opened.procedure.components.find((each) => each.code === ref)?.name.vi ?? ref;
    return opened.procedure.compiledForm.fields.get(ref)?.definition.label.vi ?? ref;
  };
  return {
    head: headOf(source, opened.state.units.receiving),
    procedure: procedureOf(source),
    ...people(source),
    stage: event.payload.stage,
    items: event.payload.items.map(({ kind, ref }) => ({
      name: nameOf(kind, ref),
      instruction: text?.instructions[`${kind}:${ref}`] ?? '',
    })),
    reason: text?.reason ?? '',
    ground: text?.ground ?? null,
    answerBy: event.payload.answerBy,
    contact: { name: unitName(opened.tree, opened.state.units.receiving), phone: source.province.hotline },
    officer: officerName(source, event.actor),
  };
}

/** Refusal to receive, or the negative result after the search of the register. */
export function form03Data(source: PrintSource, mapping: PrintDefinition, signer: PrintedSigner): Form03Data {
  const { opened } = source;
  const event = eventOf(source);
  const contact = {
    name: unitName(opened.tree, opened.state.units.receiving),
    phone: source.province.hotline,
  };
  const base = { procedure: procedureOf(source), ...people(source), contact, signer };
  if (event.type === 'dossier-refused') {
    const text = readValue(opened.values, event.payload.reason) as { reason: string; ground: string } | null;
    return {
      ...base,
      head: headOf(source, opened.state.units.receiving),
      variant: 'refuse-reception',
      reason: text?.reason ?? '',
      ground: text?.ground ?? null,
      remedy:
        'Ông/Bà có thể hoàn thiện và nộp lại hồ sơ, hoặc khiếu nại theo quy định của pháp luật về khiếu nại.',
    };
  }
  const values = printedValues(source);
  return {
    ...base,
    head: {
      ...headOf(source, opened.state.units.competent),
      number: printedText(mapping.issueNumber, values),
    },
    variant: 'refuse-resolution',
    reason: printedText(mapping.refusalReason, values) ?? 'Yêu cầu không đủ điều kiện giải quyết.',
    ground: opened.procedure.entry.legalBasis[0]?.citation ?? null,
    remedy: 'Nếu không đồng ý, Ông/Bà có quyền khiếu nại theo quy định của pháp luật về khiếu nại.',
  };
}

/** Node of the leader who approved last: the one who signs. */
export function signerActor(source: PrintSource): EventActor | undefined {
  return source.opened.events.findLast(
    (event) =>
      event.type === 'task-completed' && event.actor.kind === 'officer' && event.actor.role === 'leader',
  )?.actor;
}
