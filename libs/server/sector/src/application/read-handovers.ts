import type {
  DossierId,
  HandoverView,
  LocalizedText,
  MyHandoverView,
  SectorStanding,
  TaskId,
} from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import {
  type DossierStream,
  type PaperOfSector,
  requireCitizen,
  requireOfficer,
} from '@mocua/server/dossier';
import type { FileStore } from '@mocua/server/document';
import type { UnitDirectory } from '@mocua/server/identity';
import { type CitizenActor, type OfficerActor, problem } from '@mocua/server/kernel';
import type { OpenedValue, Readings, SubjectVault } from '@mocua/server/personal-data';
import type { HandoverDefinition, PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import type { NewsContent } from '../domain/sector-news';
import { decisiveNews, isOvertaken, standingOf } from '../domain/standing';
import type { HandoverRow, HandoverRows, NewsRow } from '../persistence/handover-rows';
import type { SectorStepGuard } from './sector-step-guard';

interface Exception {
  readonly taskId: string;
  readonly at: string;
  readonly contentId: string;
}

/** A step of a sector system, with all that is known of it. */
interface KnownStep {
  readonly taskId: TaskId;
  readonly declared: HandoverDefinition;
  readonly row: HandoverRow | null;
  readonly news: readonly NewsRow[];
  readonly exception: Exception | null;
}

export interface SectorReadingParts {
  readonly stream: DossierStream;
  readonly units: UnitDirectory;
  readonly procedures: PublishedProcedures;
  readonly rows: HandoverRows;
  readonly guard: SectorStepGuard;
  readonly vault: SubjectVault;
  readonly readings: Readings;
  readonly files: FileStore;
}

/** What was handed over, what the systems say and what waits: in full for officers, in plain words for the person. */
export class ReadHandovers {
  constructor(private readonly parts: SectorReadingParts) {}

  /** @throws Problem `dossier.not-found` */
  async forOfficer(actor: OfficerActor, dossierId: DossierId): Promise<{ items: HandoverView[] }> {
    const state = await this.forOfficerState(actor, dossierId);
    const { procedure, steps } = await this.stepsOf(state);
    const values = await this.parts.vault.openMany(
      steps.flatMap(({ news, exception }) => [
        ...news.map(({ contentId }) => contentId),
        ...(exception ? [exception.contentId] : []),
      ]),
    );
    const items = await Promise.all(steps.map((step) => this.viewOf(step, procedure, values)));
    return { items };
  }

  /** @throws Problem `dossier.not-found` */
  async forCitizen(actor: CitizenActor, dossierId: DossierId): Promise<{ items: MyHandoverView[] }> {
    const state = await this.load(dossierId);
    requireCitizen(actor, 'read')(state);
    const { procedure, steps } = await this.stepsOf(state);
    const connected = await Promise.all(
      steps.map(async (step) => {
        const { system, whenDown } = step.declared;
        return step.row !== null || (await this.parts.guard.allowed(system, whenDown, null)) !== 'free';
      }),
    );
    return {
      items: steps
        .filter((_step, index) => connected[index])
        .map(({ declared, row, news }) => ({
          system: declared.name,
          purpose: declared.purpose,
          standing: plainStanding[standingFor(row, news)],
          handedOver: row?.handedOverAt == null ? [] : namesOf(row, procedure),
          since: row?.handedOverAt ?? null,
        })),
    };
  }

  /** @throws Problem `dossier.not-found`, `attachment.not-found` */
  async resultFile(actor: OfficerActor, address: { dossierId: DossierId; taskId: TaskId }) {
    const state = await this.forOfficerState(actor, address.dossierId);
    const row = await this.parts.rows.byTask(address.taskId);
    const file = row?.dossierId === state.dossierId ? fileOf(await this.parts.rows.news(row.taskId)) : null;
    if (!row?.fileSha256 || !file) throw problem('attachment.not-found');
    await this.parts.readings.note([state.people.owner], 'documents');
    const content = await this.parts.files.open(row.fileSha256);
    return { content, size: file.size, mediaType: 'application/pdf', fileName: file.fileName };
  }

  private async forOfficerState(actor: OfficerActor, dossierId: DossierId): Promise<DossierState> {
    const state = await this.load(dossierId);
    requireOfficer(actor, 'read')(state, await this.parts.units.tree());
    return state;
  }

  private async load(dossierId: DossierId): Promise<DossierState> {
    const loaded = await this.parts.stream.load(dossierId);
    if (!loaded) throw problem('dossier.not-found');
    return loaded.state;
  }

  /** Steps that were handed over once, and those that are open and wait for it. */
  private async stepsOf(state: DossierState) {
    const procedure = await this.parts.procedures.version(state.procedure.code, state.procedure.version);
    if (procedure.handovers.length === 0) return { procedure, steps: [] as KnownStep[] };
    const [rows, exceptions] = await Promise.all([
      this.parts.rows.ofDossier(state.dossierId),
      this.parts.rows.exceptionsOf(state.dossierId),
    ]);
    const declaredFor = (nodeId: string): HandoverDefinition | undefined =>
      procedure.handovers.find(({ task }) => task === nodeId);
    const waiting = state.tasks.filter(({ taskId }) => !rows.some((row) => row.taskId === taskId));
    const found = [
      ...rows.map((row) => ({ taskId: row.taskId, nodeId: row.nodeId, row })),
      ...waiting.map(({ taskId, nodeId }) => ({ taskId, nodeId, row: null })),
    ];
    const steps = await Promise.all(
      found.map(async ({ taskId, nodeId, row }): Promise<KnownStep | null> => {
        const declared = declaredFor(nodeId);
        if (!declared) return null;
        const news = row ? await this.parts.rows.news(taskId) : [];
        const exception = exceptions.find((each) => each.taskId === taskId) ?? null;
        return { taskId, declared, row, news, exception };
      }),
    );
    return { procedure, steps: steps.filter((step) => step !== null) };
  }

  private async viewOf(
    { taskId, declared, row, news, exception }: KnownStep,
    procedure: PublishedProcedure,
    values: ReadonlyMap<string, OpenedValue>,
  ): Promise<HandoverView> {
    const node = procedure.process.nodes.find(({ id }) => id === declared.task);
    const paper = exception && (openedIn(values, exception.contentId) as PaperOfSector | null);
    const file = row?.fileSha256 ? fileOf(news) : null;
    return {
      taskId,
      system: declared.name,
      stepName: node?.kind === 'task' ? node.title : declared.name,
      standing: standingFor(row, news),
      purpose: declared.purpose,
      basis: declared.basis.citation,
      handedOver: row ? namesOf(row, procedure) : [],
      handedOverAt: row?.handedOverAt ?? null,
      lastHeardAt: row?.lastHeardAt ?? null,
      externalCode: row?.externalCode ?? null,
      trouble: row?.trouble ?? null,
      news: news.map((each) => {
        const content = openedIn(values, each.contentId) as NewsContent | null;
        const { kind, occurredAt: at } = each;
        return {
          at,
          kind,
          text: content?.text ?? '',
          number: content?.number ?? null,
          overtaken: isOvertaken(each, news),
        };
      }),
      file: file && { fileName: file.fileName, size: file.size },
      byHand: await this.parts.guard.allowed(declared.system, declared.whenDown, row),
      exception: exception && paper && { at: exception.at, ...paper },
    };
  }
}

const plainStanding: Readonly<Record<SectorStanding, MyHandoverView['standing']>> = {
  waiting: 'waiting',
  'handed-over': 'working',
  'in-progress': 'working',
  'supplement-asked': 'supplement-asked',
  resulted: 'done',
  refused: 'refused',
  unusable: 'done',
  'by-hand': 'ended',
  'taken-back': 'ended',
};

function standingFor(row: HandoverRow | null, news: readonly NewsRow[]): SectorStanding {
  return row ? standingOf(row, news) : 'waiting';
}

function fileOf(news: readonly NewsRow[]) {
  return decisiveNews(news)?.file ?? null;
}

function openedIn(values: ReadonlyMap<string, OpenedValue>, id: string): unknown {
  const opened = values.get(id);
  return opened && !opened.erased ? opened.value : null;
}

/** What people call the fields and papers that were handed over. */
function namesOf({ answers, files }: HandoverRow, procedure: PublishedProcedure): LocalizedText[] {
  const sections = procedure.form.pages.flatMap((page) => page.sections);
  const labels = new Map<string, LocalizedText | undefined>(
    sections.flatMap((section) => [
      [section.id, section.title] as const,
      ...section.fields.map((field) => [field.id, field.label] as const),
    ]),
  );
  const papers = procedure.components.filter(({ code }) => files.some((file) => file.componentCode === code));
  return [...answers.flatMap((name) => labels.get(name) ?? []), ...papers.map(({ name }) => name)];
}
