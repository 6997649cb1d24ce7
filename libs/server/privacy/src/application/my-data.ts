import { Injectable } from '@nestjs/common';
import { StoreOfPerson } from '@mocua/server/data-store';
import { FindMyDossiers, PersonHoldings } from '@mocua/server/dossier';
import { PartyDirectory } from '@mocua/server/identity';
import { type CitizenActor, Clock } from '@mocua/server/kernel';
import { ConsentLedger, LookupGrants, Readings } from '@mocua/server/personal-data';
import { FileRightsRequest } from './file-rights-request';

/** More than anybody has; a copy that long is made at the desk. */
const dossierLimit = 500;
const readingLimit = 5000;

/** What is recorded about the handling of a person's data. */
@Injectable()
export class PersonRecords {
  constructor(
    private readonly consents: ConsentLedger,
    private readonly lookups: LookupGrants,
    private readonly readings: Readings,
    private readonly requests: FileRightsRequest,
    private readonly store: StoreOfPerson,
  ) {}

  async of(actor: CitizenActor): Promise<object> {
    const { items, next } = await this.readings.listFor(actor.actingFor, null, readingLimit);
    return {
      consents: await this.consents.historyOf(actor.actingFor),
      lookups: await this.lookups.of(actor.actingFor),
      storedPapers: await this.store.papers(actor.actingFor),
      sharedWithAgencies: await this.store.sharedWithAgencies(actor.actingFor),
      profile: await this.store.aboutThemselves(actor.actingFor),
      rightsRequests: await this.requests.list(actor),
      readings: items.map(({ at, reader, purpose, categories, dossierCode }) => ({
        at,
        who: reader.label,
        purpose,
        categories,
        dossierCode,
      })),
      readingsComplete: next === null,
    };
  }
}

/**
 * A copy of the data kept about a person, as JSON that other programs can read; uploaded and printed files are not in it.
 *
 * @legal Luật 91/2025 Điều 4, 13–17; NĐ 356/2025 Điều 5(3)
 */
@Injectable()
export class MyData {
  constructor(
    private readonly parties: PartyDirectory,
    private readonly holdings: PersonHoldings,
    private readonly dossiers: FindMyDossiers,
    private readonly records: PersonRecords,
    private readonly clock: Clock,
  ) {}

  async of(actor: CitizenActor): Promise<string> {
    const partyId = actor.actingFor;
    const claims = await this.parties.claims(partyId);
    const name = await this.parties.displayName(partyId);
    const states = await this.holdings.states(partyId, dossierLimit);
    const dossiers: object[] = [];
    for (const { state } of states) {
      // The form says how to ask, not what was answered.
      const { form: _form, ...view } = await this.dossiers.get(actor, state.dossierId);
      dossiers.push(view);
    }
    const copy = {
      format: 'mocua.my-data.1',
      madeAt: this.clock.iso(),
      person: { name, identity: claims },
      dossiers,
      dossiersComplete: states.length < dossierLimit,
      ...(await this.records.of(actor)),
    };
    return JSON.stringify(copy, null, 2);
  }
}
