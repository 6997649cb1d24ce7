import type {
  DossierId,
  HandoverView,
  LocalizedText,
  MyHandoverView,
  SectorStanding,
  TaskId,
} from '@mocua/contract';
import { type PaperOfSector, requireCitizen } from '@mocua/server/dossier';
import {
  type KnownStep,
  type NewsRow,
  type OpenedNews,
  type OurParts,
  ReadStepsElsewhere,
} from '@mocua/server/handover';
import { type CitizenActor, type OfficerActor, problem } from '@mocua/server/kernel';
import type { HandoverDefinition, PublishedProcedure } from '@mocua/server/procedure';
import type { NewsKind, SectorContent } from '../domain/sector-news';
import { decisiveNews, isOvertaken, standingOf } from '../domain/standing';
import type { HandoverRow, HandoverRows } from '../persistence/handover-rows';
import type { SectorStepGuard } from './sector-step-guard';

type SectorStep = KnownStep<HandoverDefinition, HandoverRow, NewsKind>;

/** What was handed over, what the systems say and what waits: in full for officers, in plain words for the person. */
export class ReadHandovers extends ReadStepsElsewhere<HandoverDefinition, HandoverRow, NewsKind> {
  constructor(
    ours: OurParts,
    rows: HandoverRows,
    private readonly guard: SectorStepGuard,
  ) {
    super(ours, rows);
  }

  /** @throws Problem `dossier.not-found` */
  async forOfficer(actor: OfficerActor, dossierId: DossierId): Promise<{ items: HandoverView[] }> {
    const { procedure, steps } = await this.stepsOf(await this.stateFor(actor, dossierId));
    const opened = await this.opened(steps);
    return { items: await Promise.all(steps.map((step) => this.viewOf(step, procedure, opened))) };
  }

  /** @throws Problem `dossier.not-found` */
  async forCitizen(actor: CitizenActor, dossierId: DossierId): Promise<{ items: MyHandoverView[] }> {
    const state = await this.load(dossierId);
    requireCitizen(actor, 'read')(state);
    const { procedure, steps } = await this.stepsOf(state);
    const connected = await Promise.all(
      steps.map(async ({ row, declared: { system, whenDown } }) => {
        return row !== null || (await this.guard.allowed(system, whenDown, null)) !== 'free';
      }),
    );
    return {
      items: steps
        .filter((_step, index) => connected[index])
        .map((step) => ({
          system: step.declared.name,
          purpose: step.declared.purpose,
          standing: plainStanding[standingFor(step)],
          handedOver: step.row?.handedOverAt == null ? [] : namesOf(step.row, procedure),
          since: step.row?.handedOverAt ?? null,
        })),
    };
  }

  /** @throws Problem `dossier.not-found`, `attachment.not-found` */
  async resultFile(actor: OfficerActor, address: { dossierId: DossierId; taskId: TaskId }) {
    const state = await this.stateFor(actor, address.dossierId);
    const row = await this.ledger.byTask(address.taskId);
    const file = row?.dossierId === state.dossierId ? fileOf(await this.ledger.news(row.taskId)) : null;
    if (!row?.fileSha256 || !file) throw problem('attachment.not-found');
    return this.pdf(state, { sha256: row.fileSha256, size: file.size }, file.fileName);
  }

  protected override declaredIn({ handovers }: PublishedProcedure): readonly HandoverDefinition[] {
    return handovers;
  }

  private async viewOf(
    step: SectorStep,
    procedure: PublishedProcedure,
    opened: OpenedNews,
  ): Promise<HandoverView> {
    const { declared, row, news, exception } = step;
    const paper = exception && opened.get<PaperOfSector>(exception);
    const file = row?.fileSha256 ? fileOf(news) : null;
    return {
      ...this.inShort(step, procedure),
      system: declared.name,
      standing: standingFor(step),
      purpose: declared.purpose,
      basis: declared.basis.citation,
      handedOver: row ? namesOf(row, procedure) : [],
      news: news.map((each) => {
        const content = opened.get<SectorContent>(each);
        const { kind, occurredAt: at } = each;
        const [text, number] = [content?.text ?? '', content?.number ?? null];
        return { at, kind, text, number, overtaken: isOvertaken(each, news) };
      }),
      file: file && { fileName: file.fileName, size: file.size },
      byHand: await this.guard.allowed(declared.system, declared.whenDown, row),
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

function standingFor({ row, news, exception }: SectorStep): SectorStanding {
  if (row) return standingOf(row, news);
  return exception ? 'by-hand' : 'waiting';
}

function fileOf(news: readonly NewsRow<NewsKind>[]) {
  return decisiveNews(news)?.file ?? null;
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
