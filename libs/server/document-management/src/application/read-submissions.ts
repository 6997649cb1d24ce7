import type {
  DossierId,
  LocalizedText,
  MyOutgoingView,
  OutgoingDocumentView,
  OutgoingNewsKind,
  OutgoingStanding,
  TaskId,
} from '@mocua/contract';
import { requireCitizen } from '@mocua/server/dossier';
import { type KnownStep, type OpenedNews, type OurParts, ReadStepsElsewhere } from '@mocua/server/handover';
import { type CitizenActor, type OfficerActor, problem } from '@mocua/server/kernel';
import type { OutgoingDefinition, OutgoingKind, PublishedProcedure } from '@mocua/server/procedure';
import type { OutgoingContent } from '../domain/outgoing-news';
import { endOf, isOvertaken, standingOf } from '../domain/standing';
import type { SubmissionRow, SubmissionRows } from '../persistence/submission-rows';
import type { NumberingGuard } from './numbering-guard';

type OutgoingStep = KnownStep<OutgoingDefinition, SubmissionRow, OutgoingNewsKind>;

const kindNames: Readonly<Record<OutgoingKind, LocalizedText>> = {
  decision: { vi: 'Quyết định', en: 'Decision' },
  notice: { vi: 'Thông báo', en: 'Notice' },
  letter: { vi: 'Công văn', en: 'Official letter' },
};

/** What officers see of documents that are signed, numbered and issued elsewhere. */
export class ReadSubmissions extends ReadStepsElsewhere<OutgoingDefinition, SubmissionRow, OutgoingNewsKind> {
  constructor(
    ours: OurParts,
    rows: SubmissionRows,
    private readonly guard: NumberingGuard,
  ) {
    super(ours, rows);
  }

  /** @throws Problem `dossier.not-found` */
  async list(actor: OfficerActor, dossierId: DossierId): Promise<{ items: OutgoingDocumentView[] }> {
    const { procedure, steps } = await this.stepsOf(await this.stateFor(actor, dossierId));
    const opened = await this.opened(steps);
    return { items: await Promise.all(steps.map((step) => this.viewOf(step, procedure, opened))) };
  }

  /** In plain words, for the applicant: what is being signed and numbered, and since when. @throws Problem `dossier.not-found` */
  async forCitizen(actor: CitizenActor, dossierId: DossierId): Promise<{ items: MyOutgoingView[] }> {
    const state = await this.load(dossierId);
    requireCitizen(actor, 'read')(state);
    const { steps } = await this.stepsOf(state);
    const items = await Promise.all(
      steps.map(async ({ declared, row, news, exception }): Promise<MyOutgoingView[]> => {
        if (row === null && (exception || (await this.guard.allowed(declared.whenDown, null)) === 'free'))
          return [];
        const standing = plainStanding[row ? standingOf(row, news) : 'waiting'];
        const since = standing === 'waiting' ? null : (row?.handedOverAt ?? null);
        return standing === null ? [] : [{ kind: kindNames[declared.kind], standing, since }];
      }),
    );
    return { items: items.flat() };
  }

  /** @throws Problem `dossier.not-found`, `attachment.not-found` */
  async file(
    actor: OfficerActor,
    { dossierId, taskId, which }: { dossierId: DossierId; taskId: TaskId; which: 'draft' | 'issued' },
  ) {
    const state = await this.stateFor(actor, dossierId);
    const row = await this.ledger.byTask(taskId);
    const file = row?.dossierId === dossierId ? (which === 'draft' ? row.draft : row.file) : null;
    if (!file) throw problem('attachment.not-found');
    const code = state.code ?? state.transactionCode;
    return this.pdf(state, file, `${which === 'draft' ? 'Dự thảo' : 'Văn bản phát hành'} ${code}.pdf`);
  }

  protected override declaredIn({ outgoing }: PublishedProcedure): readonly OutgoingDefinition[] {
    return outgoing;
  }

  private async viewOf(
    step: OutgoingStep,
    procedure: PublishedProcedure,
    opened: OpenedNews,
  ): Promise<OutgoingDocumentView> {
    const { declared, row, news, exception } = step;
    const revision = row?.revision ?? 0;
    const end = endOf(revision, news);
    const issued = end?.kind === 'issued' ? end.news : null;
    const content = issued && opened.get<OutgoingContent>(issued);
    const said = exception && opened.get<{ reason: string }>(exception);
    return {
      ...this.inShort(step, procedure),
      kind: kindNames[declared.kind],
      standing: row ? standingOf(row, news) : exception ? 'by-hand' : 'waiting',
      basis: declared.basis.citation,
      news: news.map((each) => {
        const told = opened.get<OutgoingContent>(each);
        const { kind, occurredAt: at } = each;
        const [by, text, number] = [told?.by ?? null, told?.text ?? '', told?.number ?? null];
        return { at, kind, by, text, number, overtaken: isOvertaken(each, revision, news) };
      }),
      issued:
        content?.number == null
          ? null
          : { number: content.number, issuedOn: content.issuedOn, signer: content.signer },
      hasDraft: row !== null,
      file: row?.file && issued?.file ? { fileName: issued.file.fileName, size: row.file.size } : null,
      signature: row?.signature ?? null,
      byHand: await this.guard.allowed(declared.whenDown, row),
      exception: exception && said && { at: exception.at, reason: said.reason },
    };
  }
}

/** What ended otherwise is told as what the dossier does next. */
const plainStanding: Readonly<Record<OutgoingStanding, MyOutgoingView['standing'] | null>> = {
  waiting: 'waiting',
  submitted: 'signing',
  signed: 'numbering',
  numbered: 'publishing',
  issued: null,
  unusable: 'publishing',
  returned: null,
  'taken-back': null,
  'by-hand': null,
  'numbered-twice': null,
};
