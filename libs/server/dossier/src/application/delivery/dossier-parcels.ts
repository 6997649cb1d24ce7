import { Injectable } from '@nestjs/common';
import type { DossierId } from '@mocua/contract';
import { type DossierState, isResultInPost, type Parcel, type ParcelOutcome } from '@mocua/engine/dossier';
import { UnitDirectory, type UnitTree } from '@mocua/server/identity';
import {
  type CitizenActor,
  type OfficerActor,
  Problem,
  problem,
  type SystemActor,
} from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { DossierStream } from '../../persistence/dossier-stream';
import { requireCitizen, requireOfficer } from '../authorise';
import { CommandRunner } from '../command-runner';
import { unitName } from '../views/dossier-reader';
import type { ParcelReceiver } from './post-result';

const system: SystemActor = { kind: 'system', job: 'post' };
/** Somebody else may change the dossier between the reading and the writing. */
const attempts = 5;

/** The latest parcel of a dossier, without a name or an address. */
export interface DossierParcel {
  readonly dossierId: DossierId;
  /** Dossier code, or the transaction code. */
  readonly code: string;
  readonly parcel: Parcel | null;
  /** Whether the post still has the paper, as far as the dossier knows. */
  readonly underWay: boolean;
  /** Unit that gave it to the post. */
  readonly sender: string;
}

type Authorise = (state: DossierState, tree: UnitTree) => void;

/** What dossiers know of their parcels, and what they are told of them. */
@Injectable()
export class DossierParcels {
  constructor(
    private readonly stream: DossierStream,
    private readonly units: UnitDirectory,
    private readonly vault: SubjectVault,
    private readonly commands: CommandRunner,
  ) {}

  forCitizen(actor: CitizenActor, dossierId: DossierId): Promise<DossierParcel> {
    return this.read(dossierId, requireCitizen(actor, 'read'));
  }

  forOfficer(actor: OfficerActor, dossierId: DossierId): Promise<DossierParcel> {
    return this.read(dossierId, requireOfficer(actor, 'read'));
  }

  /** For the system, which asks on nobody's behalf. */
  of(dossierId: DossierId): Promise<DossierParcel> {
    return this.read(dossierId, () => undefined);
  }

  /** Whom a parcel goes to; the reading is recorded. Null when the person's data were erased. */
  async receiverOf({ receiver }: Parcel): Promise<ParcelReceiver | null> {
    const opened = (await this.vault.openMany([receiver.valueId])).get(receiver.valueId);
    return opened && !opened.erased ? (opened.value as unknown as ParcelReceiver) : null;
  }

  /** Tells a dossier what became of a parcel. Telling it again, or of a parcel it does not wait for, changes nothing. */
  async record(dossierId: DossierId, parcelId: string, outcome: ParcelOutcome): Promise<DossierState> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.commands.run({
          actor: system,
          dossierId,
          expectedVersion: null,
          idempotency: null,
          authorise: () => undefined,
          prepare: () =>
            Promise.resolve({ command: { type: 'record-parcel', parcelId, outcome }, sealed: [] }),
        });
      } catch (error) {
        const stale = error instanceof Problem && error.code === 'dossier.stale';
        if (!stale || attempt === attempts) throw error;
      }
    }
  }

  /** @throws Problem `dossier.not-found` */
  private async read(dossierId: DossierId, authorise: Authorise): Promise<DossierParcel> {
    const loaded = await this.stream.load(dossierId);
    if (!loaded) throw problem('dossier.not-found');
    const { state } = loaded;
    const tree = await this.units.tree();
    authorise(state, tree);
    return {
      dossierId,
      code: state.code ?? state.transactionCode,
      parcel: state.parcel ?? null,
      underWay: isResultInPost(state),
      sender: unitName(tree, state.units.receiving),
    };
  }
}
