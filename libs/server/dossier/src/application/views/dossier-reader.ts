import { Injectable } from '@nestjs/common';
import { roleNames } from '@mocua/contract';
import type {
  Answers,
  AssessedFeeView,
  AttachmentView,
  Audience,
  DocumentView,
  LocalizedText,
  PartyId,
  SupplementView,
  TimelineEntry,
  UnitId,
} from '@mocua/contract';
import {
  type DossierEvent,
  type DossierState,
  type EventActor,
  openSupplement,
  type Supplement,
  type ValueRef,
} from '@mocua/engine/dossier';
import { PrintedDocuments } from '@mocua/server/document';
import { PartyDirectory, UnitDirectory, type UnitTree } from '@mocua/server/identity';
import { type OpenedValue, SubjectVault } from '@mocua/server/personal-data';
import { type PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import { documentTitles } from '../../domain/words';
import { noteOf, timelineOf } from '../../domain/timeline';
import { DossierStream } from '../../persistence/dossier-stream';
import { attachmentView } from '../attachment-names';
import type { FeeExplanation } from '../assess-fee';
import type { SupplementText } from '../request-supplement';

/** A dossier opened for reading: sealed values in the clear, names and titles resolved. */
export interface OpenedDossier {
  readonly state: DossierState;
  readonly events: readonly DossierEvent[];
  readonly procedure: PublishedProcedure;
  readonly tree: UnitTree;
  readonly names: ReadonlyMap<PartyId, string>;
  readonly values: ReadonlyMap<string, OpenedValue>;
  readonly answers: Answers;
  readonly attachments: readonly AttachmentView[];
  readonly supplement: SupplementView | null;
  readonly documents: readonly DocumentView[];
  readonly timeline: readonly TimelineEntry[];
}

/** Opens a dossier in five queries, whatever its length. */
@Injectable()
export class DossierReader {
  constructor(
    private readonly stream: DossierStream,
    private readonly vault: SubjectVault,
    private readonly procedures: PublishedProcedures,
    private readonly parties: PartyDirectory,
    private readonly units: UnitDirectory,
    private readonly printed: PrintedDocuments,
  ) {}

  async open(
    state: DossierState,
    audience: Extract<Audience, 'citizen' | 'officer'>,
  ): Promise<OpenedDossier> {
    const events = await this.stream.events(state.dossierId);
    const [procedure, tree, names, values, printed] = await Promise.all([
      this.procedures.version(state.procedure.code, state.procedure.version),
      this.units.tree(),
      this.parties.displayNames([state.people.owner, state.people.submitter]),
      this.vault.openMany(valueIdsOf(state, events)),
      this.printed.listOf(state.dossierId),
    ]);
    const textOf = (ref: ValueRef): string | null => textIn(values.get(ref.valueId));
    const labelOf = (actor: EventActor): string => actorLabel(actor, tree);
    const supplement = openSupplement(state);
    const shownSupplement = supplement?.state === 'prepared' && audience === 'citizen' ? null : supplement;
    return {
      state,
      events,
      procedure,
      tree,
      names,
      values,
      answers: (readValue(values, state.answers) ?? {}) as Answers,
      attachments: state.attachments.map((file) => attachmentView(file, values)),
      supplement: shownSupplement && supplementView(shownSupplement, values, procedure),
      documents: state.documents.map((document) => ({
        documentId: document.documentId,
        kind: document.kind,
        title: documentTitles[document.kind],
        issuedAt: document.issuedAt,
        sha256: printed.find((each) => each.documentId === document.documentId)?.sha256 ?? null,
      })),
      timeline: timelineOf(events, {
        audience,
        labelOf,
        textOf,
        stepOf: (nodeId) => stepName(procedure, nodeId),
      }),
    };
  }
}

/** A sealed value read back, or null when it is unknown or erased. */
export function readValue(
  values: ReadonlyMap<string, OpenedValue>,
  ref: ValueRef | null | undefined,
): unknown {
  const opened = ref ? values.get(ref.valueId) : undefined;
  return opened && !opened.erased ? opened.value : null;
}

/** Name of a unit as it was called, closed ones included. */
export function unitName(tree: UnitTree, unitId: UnitId): string {
  return tree.find(unitId)?.name ?? 'Đơn vị không còn trong danh mục';
}

function valueIdsOf(state: DossierState, events: readonly DossierEvent[]): string[] {
  const ids = [
    state.answers.valueId,
    state.fee?.explanation.valueId,
    ...(state.money?.requests ?? []).map((request) => request.explanation.valueId),
    ...state.attachments.map((file) => file.name.valueId),
    ...Object.values(state.taskValues).map((ref) => ref.valueId),
    ...state.supplements.map((supplement) => supplement.text.valueId),
    ...events.map((event) => noteOf(event)?.valueId),
    ...events.map((event) => (event.type === 'fee-assessed' ? event.payload.explanation.valueId : undefined)),
    ...events.map((event) => (event.type === 'result-returned' ? event.payload.receiver.valueId : undefined)),
  ];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

function textIn(opened: OpenedValue | undefined): string | null {
  if (!opened || opened.erased) return null;
  if (typeof opened.value === 'string') return opened.value;
  const reason = (opened.value as { reason?: unknown } | null)?.reason;
  return typeof reason === 'string' ? reason : null;
}

function actorLabel(actor: EventActor, tree: UnitTree): string {
  switch (actor.kind) {
    case 'applicant':
      return 'Người nộp hồ sơ';
    case 'system':
      return 'Hệ thống';
    case 'officer':
      return `${unitName(tree, actor.unitId)} – ${roleNames[actor.role].vi}`;
  }
}

function stepName(procedure: PublishedProcedure, nodeId: string): LocalizedText | null {
  const node = procedure.process.nodes.find((candidate) => candidate.id === nodeId);
  return node?.kind === 'task' ? node.title : null;
}

/** What a person calls the field or paper that is asked for. */
function nameOfAsked(procedure: PublishedProcedure, kind: 'field' | 'component', ref: string): LocalizedText {
  const asked =
    kind === 'component'
      ? procedure.components.find((component) => component.code === ref)?.name
      : fieldLabels(procedure).get(ref);
  return asked ?? { vi: 'Nội dung được yêu cầu', en: 'What was asked for' };
}

function fieldLabels(procedure: PublishedProcedure): ReadonlyMap<string, LocalizedText | undefined> {
  const sections = procedure.form.pages.flatMap((page) => page.sections);
  return new Map(
    sections.flatMap((section) => [
      [section.id, section.title] as const,
      ...section.fields.map((field) => [field.id, field.label] as const),
    ]),
  );
}

function supplementView(
  supplement: Supplement,
  values: ReadonlyMap<string, OpenedValue>,
  procedure: PublishedProcedure,
): SupplementView {
  const text = readValue(values, supplement.text) as SupplementText | null;
  const { supplementId, stage, state, items, requestedAt, answerBy, answeredAt } = supplement;
  return {
    supplementId,
    stage,
    state,
    reason: text?.reason ?? '',
    items: items.map(({ kind, ref }) => ({
      kind,
      ref,
      name: nameOfAsked(procedure, kind, ref),
      instruction: text?.instructions[`${kind}:${ref}`] ?? '',
    })),
    requestedAt,
    answerBy,
    answeredAt,
  };
}

/** What the dossier costs, as it was assessed; null before, and where nothing is asked for. */
export function feeView({ state, values }: Pick<OpenedDossier, 'state' | 'values'>): AssessedFeeView | null {
  if (!state.fee) return null;
  const { amount, timing, explanation, assessedAt } = state.fee;
  const read = readValue(values, explanation) as FeeExplanation | null;
  const lines = (read?.lines ?? []).map((line) => ({
    name: line.name,
    amount: line.amount,
    explanation: line.explanation,
  }));
  return { amount, timing, assessedAt, lines };
}
