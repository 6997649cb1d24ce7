import type { DossierId, LocalizedText, TaskId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { requireOfficer } from '@mocua/server/dossier';
import { type OfficerActor, problem } from '@mocua/server/kernel';
import type { OpenedValue } from '@mocua/server/personal-data';
import type { PublishedProcedure } from '@mocua/server/procedure';
import type { ExceptionRow, HandoverLedger, HandoverRecord, NewsRow } from '../persistence/handover-ledger';
import type { OurParts } from './our-side';

/** What a package declares of a step of another system, as far as it is the same for all. */
interface Declared {
  /** Id of the user task. */
  readonly task: string;
  readonly name: LocalizedText;
}

/** A step of another system, with all that is known of it. */
export interface KnownStep<Declaration, Row extends HandoverRecord, Kind extends string> {
  readonly taskId: TaskId;
  readonly declared: Declaration;
  /** Null before anything was handed over. */
  readonly row: Row | null;
  readonly news: readonly NewsRow<Kind>[];
  readonly exception: ExceptionRow | null;
}

/** Sealed values of several steps, opened at once. */
export class OpenedNews {
  constructor(private readonly values: ReadonlyMap<string, OpenedValue>) {}

  /** Null when the person's data was erased. */
  get<T>({ contentId }: { readonly contentId: string }): T | null {
    const opened = this.values.get(contentId);
    return opened && !opened.erased ? (opened.value as T) : null;
  }
}

/** Puts together what people may see of steps that another system has. */
export abstract class ReadStepsElsewhere<
  Declaration extends Declared,
  Row extends HandoverRecord,
  Kind extends string,
> {
  constructor(
    protected readonly ours: OurParts,
    protected readonly ledger: HandoverLedger<Row, Kind>,
  ) {}

  protected abstract declaredIn(procedure: PublishedProcedure): readonly Declaration[];

  /** @throws Problem `dossier.not-found` */
  protected async load(dossierId: DossierId): Promise<DossierState> {
    const loaded = await this.ours.dossiers.load(dossierId);
    if (!loaded) throw problem('dossier.not-found');
    return loaded.state;
  }

  /** @throws Problem `dossier.not-found` */
  protected async stateFor(actor: OfficerActor, dossierId: DossierId): Promise<DossierState> {
    const state = await this.load(dossierId);
    requireOfficer(actor, 'read')(state, await this.ours.units.tree());
    return state;
  }

  /** Steps that were handed over, those that were done here instead, and those that are open and wait. */
  protected async stepsOf(state: DossierState) {
    const procedure = await this.ours.procedures.version(state.procedure.code, state.procedure.version);
    const declarations = this.declaredIn(procedure);
    if (declarations.length === 0) return { procedure, steps: [] };
    const [rows, exceptions] = await Promise.all([
      this.ledger.ofDossier(state.dossierId),
      this.ledger.exceptionsOf(state.dossierId),
    ]);
    const nodes = new Map<TaskId, string>(
      [...rows, ...exceptions, ...state.tasks].map(({ taskId, nodeId }) => [taskId, nodeId]),
    );
    const found = await Promise.all(
      [...nodes].map(async ([taskId, nodeId]): Promise<KnownStep<Declaration, Row, Kind> | null> => {
        const declared = declarations.find(({ task }) => task === nodeId);
        if (!declared) return null;
        const row = rows.find((each) => each.taskId === taskId) ?? null;
        const news = row ? await this.ledger.news(taskId) : [];
        const exception = exceptions.find((each) => each.taskId === taskId) ?? null;
        return { taskId, declared, row, news, exception };
      }),
    );
    return { procedure, steps: found.filter((each) => each !== null) };
  }

  protected async opened(steps: readonly KnownStep<Declaration, Row, Kind>[]): Promise<OpenedNews> {
    const contents = steps.flatMap(({ news, exception }) => [...news, ...(exception ? [exception] : [])]);
    return new OpenedNews(await this.ours.vault.openMany(contents.map(({ contentId }) => contentId)));
  }

  /** What officers see of every such step. */
  protected inShort(
    { taskId, declared, row }: KnownStep<Declaration, Row, Kind>,
    procedure: PublishedProcedure,
  ) {
    const node = procedure.process.nodes.find(({ id }) => id === declared.task);
    return {
      taskId,
      stepName: node?.kind === 'task' ? node.title : declared.name,
      handedOverAt: row?.handedOverAt ?? null,
      lastHeardAt: row?.lastHeardAt ?? null,
      externalCode: row?.externalCode ?? null,
      trouble: row?.trouble ?? null,
    };
  }

  /** A file of the step; its reading is written down before it is opened. */
  protected async pdf(
    state: DossierState,
    file: { readonly sha256: string; readonly size: number },
    fileName: string,
  ) {
    await this.ours.readings.note([state.people.owner], 'documents');
    const content = await this.ours.files.open(file.sha256);
    return { content, size: file.size, mediaType: 'application/pdf', fileName };
  }
}
