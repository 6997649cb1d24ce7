import { Injectable } from '@nestjs/common';
import type { PartyId, StoredPaperId } from '@mocua/contract';
import type { AttachmentRef, DossierEvent, DossierState } from '@mocua/engine/dossier';
import { PrintDocument } from '@mocua/server/dossier';
import { UnitDirectory } from '@mocua/server/identity';
import { localDate, namedId } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { type PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import { kindOf } from '../domain/fitting-papers';
import type { PaperDetails } from '../domain/stored-paper';
import { ShelvePaper } from './shelve-paper';

/** What of an ended dossier belongs to its owner: the result, and what officers digitised for it. */
@Injectable()
export class KeepDossierPapers {
  constructor(
    private readonly printing: PrintDocument,
    private readonly procedures: PublishedProcedures,
    private readonly units: UnitDirectory,
    private readonly vault: SubjectVault,
    private readonly shelving: ShelvePaper,
  ) {}

  /** A refusal is no paper that anybody could use again; only a positive end leaves something. */
  async execute(state: DossierState, events: readonly DossierEvent[]): Promise<void> {
    if (state.outcome !== 'positive' || !['done', 'returned'].includes(state.processing)) return;
    const procedure = await this.procedures.version(state.procedure.code, state.procedure.version);
    await this.keepResults(state, procedure);
    await this.keepDigitised(state, procedure, events);
  }

  private async keepResults(state: DossierState, { entry }: PublishedProcedure): Promise<void> {
    const issuer = (await this.units.tree()).find(state.units.competent)?.name ?? null;
    const title = entry.results[0]?.vi ?? entry.name.vi;
    for (const document of state.documents.filter((each) => each.kind === 'result')) {
      const { paper, fileName } = await this.printing.print(state, document.documentId);
      const details: PaperDetails = {
        kind: kindOf(title),
        title,
        number: state.code,
        issuer,
        issuedOn: localDate(new Date(document.issuedAt)),
        validUntil: null,
        fileName,
        sha256: paper.sha256,
        dossierCode: state.code,
        component: null,
      };
      const file = { sha256: paper.sha256, size: paper.size, mediaType: 'application/pdf' };
      await this.shelving.execute(paperOf(state, document.documentId), 'result', file, details);
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

/** The same thing of a dossier is the same paper however often it arrives. */
function paperOf(state: DossierState, thing: string) {
  const owner: PartyId = state.people.owner;
  return { paperId: namedId<StoredPaperId>('stored-paper', thing), owner, dossierId: state.dossierId };
}
