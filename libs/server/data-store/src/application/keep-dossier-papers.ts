import { Injectable } from '@nestjs/common';
import type { Answers, PartyId } from '@mocua/contract';
import type { AttachmentRef, DossierEvent, DossierState } from '@mocua/engine/dossier';
import { IssuePaper, printedText } from '@mocua/server/dossier';
import { UnitDirectory } from '@mocua/server/identity';
import { localDate } from '@mocua/server/kernel';
import { type SealableJson, SubjectVault } from '@mocua/server/personal-data';
import { type PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import { isOwnerSure } from '../domain/deposit';
import { kindOf, kindOfResult } from '../domain/fitting-papers';
import { declaredValidity, lastValidDay } from '../domain/store-rules';
import { type PaperDetails, paperIdOf } from '../domain/stored-paper';
import { ShelvePaper } from './shelve-paper';

/** What of an ended dossier belongs to its owner: the result, and what officers digitised for it. */
@Injectable()
export class KeepDossierPapers {
  constructor(
    private readonly issuing: IssuePaper,
    private readonly procedures: PublishedProcedures,
    private readonly units: UnitDirectory,
    private readonly vault: SubjectVault,
    private readonly shelving: ShelvePaper,
  ) {}

  /** A refusal is no paper that anybody could use again; only a positive end leaves something. */
  async execute(state: DossierState, events: readonly DossierEvent[]): Promise<void> {
    if (state.outcome !== 'positive' || !['done', 'returned'].includes(state.processing)) return;
    const procedure = await this.procedures.version(state.procedure.code, state.procedure.version);
    await this.keepResults(state, procedure, events);
    await this.keepDigitised(state, procedure, events);
  }

  private async keepResults(
    state: DossierState,
    { entry }: PublishedProcedure,
    events: readonly DossierEvent[],
  ): Promise<void> {
    const answers = (await this.vault.open<SealableJson>(state.answers.valueId)) as Answers | null;
    const { subjectName } = entry;
    const isAboutOther = subjectName !== undefined && printedText(subjectName, answers ?? {}) !== null;
    const toDeposit = isOwnerSure(state, events, isAboutOther);
    const issuer = (await this.units.tree()).find(state.units.competent)?.name ?? null;
    const name = entry.results[0]?.vi ?? entry.name.vi;
    const kind = kindOfResult(name);
    const title = kind === 'certified-copy' ? copiesOf(answers, name) : name;
    for (const document of state.documents.filter((each) => each.kind === 'result')) {
      const issued = await this.issuing.find(state, document.documentId);
      // It arrives with its signature, when it is handed out.
      if (!issued) continue;
      const { file: paper, fileName } = issued;
      const issuedOn = localDate(new Date(document.issuedAt));
      const details: PaperDetails = {
        kind,
        title,
        number: state.code,
        issuer,
        issuedOn,
        validUntil: lastValidDay(declaredValidity, kind, issuedOn),
        fileName,
        sha256: paper.sha256,
        dossierCode: state.code,
        component: null,
      };
      const file = { sha256: paper.sha256, size: paper.size, mediaType: 'application/pdf' };
      await this.shelving.execute(paperOf(state, document.documentId, toDeposit), 'result', file, details);
    }
  }

  /** Files that an officer made from papers. What people send online themselves nobody compared with an original. */
  private async keepDigitised(
    state: DossierState,
    procedure: PublishedProcedure,
    events: readonly DossierEvent[],
  ): Promise<void> {
    const files = events.flatMap((event): readonly AttachmentRef[] =>
      event.actor.kind === 'officer' &&
      (event.type === 'dossier-submitted' || event.type === 'supplement-answered')
        ? event.payload.attachments.filter((file) => file.reused === undefined)
        : [],
    );
    const names = await this.vault.openMany(files.map((file) => file.name.valueId));
    for (const { attachmentId, componentCode, name, ...file } of files) {
      const component = procedure.components.find((each) => each.code === componentCode);
      const opened = names.get(name.valueId);
      if (!component || opened?.erased !== false) continue;
      const details: PaperDetails = {
        kind: kindOf(component.name.vi),
        title: component.name.vi,
        number: null,
        issuer: null,
        issuedOn: null,
        validUntil: null,
        fileName: String(opened.value),
        sha256: file.sha256,
        dossierCode: state.code,
        component: componentCode,
      };
      await this.shelving.execute(paperOf(state, attachmentId), 'component', file, details);
    }
  }
}

function paperOf(state: DossierState, thing: string, toDeposit = false) {
  const owner: PartyId = state.people.owner;
  return { paperId: paperIdOf(thing), owner, dossierId: state.dossierId, toDeposit };
}

/** A certified copy is found again by what it is a copy of. */
function copiesOf(answers: Answers | null, name: string): string {
  const lines = (answers as { papers?: readonly { paperName?: unknown }[] } | null)?.papers ?? [];
  const names = lines.flatMap(({ paperName }) => (typeof paperName === 'string' ? [paperName.trim()] : []));
  return names.length === 0 ? name : `Bản sao chứng thực: ${names.join(', ')}`.slice(0, 200);
}
