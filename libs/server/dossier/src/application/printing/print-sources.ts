import { Injectable } from '@nestjs/common';
import type { AssignmentId, PartyId } from '@mocua/contract';
import type { DossierState, EventActor } from '@mocua/engine/dossier';
import type { PrintedSigner } from '@mocua/server/document';
import { ActingAssignments, PartyDirectory, ProvinceSettings } from '@mocua/server/identity';
import { Config } from '@mocua/server/kernel';
import { SubmissionReceipts } from '../filing/submission-receipts';
import { DossierReader } from '../views/dossier-reader';
import { signerActor } from './form-data';
import { officerName, type PrintedMoment, type PrintSource } from './print-source';

/** Everything a paper is printed from, with a way to ask who signs it. */
export interface OpenedSource {
  readonly source: PrintSource;
  /** The leader who approved; for a refusal to receive, the officer who refused. */
  readonly signer: () => Promise<PrintedSigner>;
}

/** Opens a dossier for its papers. */
@Injectable()
export class PrintSources {
  constructor(
    private readonly reader: DossierReader,
    private readonly parties: PartyDirectory,
    private readonly assignments: ActingAssignments,
    private readonly receipts: SubmissionReceipts,
    private readonly province: ProvinceSettings,
    private readonly config: Config,
  ) {}

  async of(state: DossierState, document: PrintedMoment): Promise<OpenedSource> {
    const opened = await this.reader.open(state, 'officer');
    const officers = opened.events.flatMap((event) =>
      event.actor.kind === 'officer' ? [event.actor.partyId] : [],
    );
    const names = await this.parties.displayNames([...officers, state.people.owner, state.people.submitter]);
    const source: PrintSource = {
      opened,
      document,
      province: {
        name: this.province.view.name.vi,
        hotline: this.province.view.hotline,
        portal: this.config.publicOrigin,
      },
      tracking: this.receipts.tracking(state),
      nameOf: (partyId: PartyId) => names.get(partyId) ?? '',
    };
    return { source, signer: () => this.signerOf(source) };
  }

  private async signerOf(source: PrintSource): Promise<PrintedSigner> {
    const refused = source.opened.events.find(
      (event) => event.seq === source.document.seq && event.type === 'dossier-refused',
    );
    const actor: EventActor | undefined = refused?.actor ?? signerActor(source);
    if (actor?.kind !== 'officer') return { name: officerName(source, actor), capacity: null, title: '' };
    const assignment = await this.assignments.find(actor.assignmentId as AssignmentId);
    const title = (assignment?.title ?? '').toLocaleUpperCase('vi');
    return { name: source.nameOf(actor.partyId), capacity: assignment?.signingCapacity ?? null, title };
  }
}
