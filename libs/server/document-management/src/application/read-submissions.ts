import type { DossierId, LocalizedText, OutgoingDocumentView, TaskId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { type DossierStream, requireOfficer } from '@mocua/server/dossier';
import type { FileStore } from '@mocua/server/document';
import type { UnitDirectory } from '@mocua/server/identity';
import { type OfficerActor, problem } from '@mocua/server/kernel';
import type { OpenedValue, Readings, SubjectVault } from '@mocua/server/personal-data';
import type {
  OutgoingDefinition,
  OutgoingKind,
  PublishedProcedure,
  PublishedProcedures,
} from '@mocua/server/procedure';
import type { NewsContent } from '../domain/outgoing-news';
import { endOf, isOvertaken, standingOf } from '../domain/standing';
import type { ExceptionRow, NewsRow, SubmissionRow, SubmissionRows } from '../persistence/submission-rows';
import type { NumberingGuard } from './numbering-guard';

/** A document that is issued elsewhere, with all that is known of it. */
interface KnownDocument {
  readonly taskId: TaskId;
  readonly declared: OutgoingDefinition;
  readonly row: SubmissionRow | null;
  readonly news: readonly NewsRow[];
  readonly exception: ExceptionRow | null;
}

export interface SubmissionReadingParts {
  readonly stream: DossierStream;
  readonly units: UnitDirectory;
  readonly procedures: PublishedProcedures;
  readonly rows: SubmissionRows;
  readonly guard: NumberingGuard;
  readonly vault: SubjectVault;
  readonly readings: Readings;
  readonly files: FileStore;
}

const kindNames: Readonly<Record<OutgoingKind, LocalizedText>> = {
  decision: { vi: 'Quyết định', en: 'Decision' },
  notice: { vi: 'Thông báo', en: 'Notice' },
  letter: { vi: 'Công văn', en: 'Official letter' },
};

/** What officers see of documents that are signed, numbered and issued elsewhere. */
export class ReadSubmissions {
  constructor(private readonly parts: SubmissionReadingParts) {}

  /** @throws Problem `dossier.not-found` */
  async list(actor: OfficerActor, dossierId: DossierId): Promise<{ items: OutgoingDocumentView[] }> {
    const state = await this.stateFor(actor, dossierId);
    const procedure = await this.parts.procedures.version(state.procedure.code, state.procedure.version);
    if (procedure.outgoing.length === 0) return { items: [] };
    const documents = await this.documentsOf(state, procedure);
    const values = await this.parts.vault.openMany(
      documents.flatMap(({ news, exception }) => [
        ...news.map(({ contentId }) => contentId),
        ...(exception ? [exception.contentId] : []),
      ]),
    );
    return { items: await Promise.all(documents.map((each) => this.viewOf(each, procedure, values))) };
  }

  /** @throws Problem `dossier.not-found`, `attachment.not-found` */
  async file(
    actor: OfficerActor,
    { dossierId, taskId, which }: { dossierId: DossierId; taskId: TaskId; which: 'draft' | 'issued' },
  ) {
    const state = await this.stateFor(actor, dossierId);
    const row = await this.parts.rows.byTask(taskId);
    const file = row?.dossierId === dossierId ? (which === 'draft' ? row.draft : row.file) : null;
    if (!file) throw problem('attachment.not-found');
    await this.parts.readings.note([state.people.owner], 'documents');
    const code = state.code ?? state.transactionCode;
    return {
      content: await this.parts.files.open(file.sha256),
      size: file.size,
      mediaType: 'application/pdf',
      fileName: `${which === 'draft' ? 'Dự thảo' : 'Văn bản phát hành'} ${code}.pdf`,
    };
  }

  private async stateFor(actor: OfficerActor, dossierId: DossierId): Promise<DossierState> {
    const loaded = await this.parts.stream.load(dossierId);
    if (!loaded) throw problem('dossier.not-found');
    requireOfficer(actor, 'read')(loaded.state, await this.parts.units.tree());
    return loaded.state;
  }

  /** Those that were handed over, those that got their number here, and those that are open and wait. */
  private async documentsOf(state: DossierState, procedure: PublishedProcedure): Promise<KnownDocument[]> {
    const [rows, exceptions] = await Promise.all([
      this.parts.rows.ofDossier(state.dossierId),
      this.parts.rows.exceptionsOf(state.dossierId),
    ]);
    const steps = new Map<TaskId, string>(
      [...rows, ...exceptions, ...state.tasks].map(({ taskId, nodeId }) => [taskId, nodeId]),
    );
    const found = await Promise.all(
      [...steps].map(async ([taskId, nodeId]): Promise<KnownDocument | null> => {
        const declared = procedure.outgoing.find(({ task }) => task === nodeId);
        if (!declared) return null;
        const row = rows.find((each) => each.taskId === taskId) ?? null;
        const news = row ? await this.parts.rows.news(taskId) : [];
        const exception = exceptions.find((each) => each.taskId === taskId) ?? null;
        return { taskId, declared, row, news, exception };
      }),
    );
    return found.filter((each) => each !== null);
  }

  private async viewOf(
    { taskId, declared, row, news, exception }: KnownDocument,
    procedure: PublishedProcedure,
    values: ReadonlyMap<string, OpenedValue>,
  ): Promise<OutgoingDocumentView> {
    const node = procedure.process.nodes.find(({ id }) => id === declared.task);
    const revision = row?.revision ?? 0;
    const end = endOf(revision, news);
    const issued = end?.kind === 'issued' ? end.news : null;
    const content = issued && (openedIn(values, issued.contentId) as NewsContent | null);
    const said = exception && (openedIn(values, exception.contentId) as { reason: string } | null);
    return {
      taskId,
      stepName: node?.kind === 'task' ? node.title : declared.name,
      kind: kindNames[declared.kind],
      standing: row ? standingOf(row, news) : exception ? 'by-hand' : 'waiting',
      basis: declared.basis.citation,
      handedOverAt: row?.handedOverAt ?? null,
      lastHeardAt: row?.lastHeardAt ?? null,
      externalCode: row?.externalCode ?? null,
      trouble: row?.trouble ?? null,
      news: news.map((each) => {
        const told = openedIn(values, each.contentId) as NewsContent | null;
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
      byHand: await this.parts.guard.allowed(declared.whenDown, row),
      exception: exception && said && { at: exception.at, reason: said.reason },
    };
  }
}

function openedIn(values: ReadonlyMap<string, OpenedValue>, id: string): unknown {
  const opened = values.get(id);
  return opened && !opened.erased ? opened.value : null;
}
