import { Injectable } from '@nestjs/common';
import type {
  InputOf,
  hideProfileFact,
  keepProfileFact,
  PartyId,
  ProfileFactId,
  ProfileFactKind,
  ProfileFactView,
  useProfileFact,
} from '@mocua/contract';
import { PartyDirectory } from '@mocua/server/identity';
import { type CitizenActor, Clock, Database, newId, problem } from '@mocua/server/kernel';
import { ConsentLedger, SubjectVault } from '@mocua/server/personal-data';
import {
  basisOf,
  type FactRow,
  type FactWords,
  isExpired,
  isVerified,
  type ProfileFact,
  saysTheSame,
} from '../domain/profile-fact';
import { FactRows } from '../persistence/fact-rows';

/** A fact on its way into the profile. */
interface FactToKeep extends Pick<FactRow, 'owner' | 'kind' | 'source' | 'fillsForms' | 'validUntil'> {
  readonly words: FactWords;
}

/** Somebody with two devices may keep two values at the same moment. */
const attempts = 3;

/** What people let us remember about themselves. Each opening leaves a reading; what fills forms is theirs to say. */
@Injectable()
export class ProfileFactsDesk {
  constructor(
    private readonly rows: FactRows,
    private readonly vault: SubjectVault,
    private readonly consents: ConsentLedger,
    private readonly parties: PartyDirectory,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The ones that hold first, then earlier versions. */
  async list(owner: PartyId): Promise<ProfileFactView[]> {
    return (await this.opened(await this.rows.ofOwner(owner))).map((fact) => this.viewOf(fact));
  }

  /** @throws Problem `privacy.consent-needed` */
  async keep(actor: CitizenActor, { body }: InputOf<typeof keepProfileFact>): Promise<ProfileFactView> {
    await this.requireConsent(actor.actingFor);
    const { kind, ...words } = body.fact;
    const { fillsForms, validUntil } = body;
    return this.viewOf(
      await this.put({ owner: actor.actingFor, kind, words, source: 'own', fillsForms, validUntil }),
    );
  }

  /**
   * Takes over what the e-identity said at the last log-in; nothing of it fills a form until the person allows it.
   *
   * @throws Problem `privacy.consent-needed`
   */
  async takeFromIdentity(actor: CitizenActor): Promise<ProfileFactView[]> {
    await this.requireConsent(actor.actingFor);
    const values = (await this.parties.claims(actor.actingFor))?.values ?? {};
    const told: readonly (readonly [ProfileFactKind, string | undefined])[] = [
      ['phone', values.phone?.replace(/\s/gu, '').replace(/^\+84/u, '0')],
      ['email', values.email],
      ['permanent-address', values.address],
    ];
    for (const [kind, text] of told) {
      if (text === undefined || text === '') continue;
      const current = await this.rows.current(actor.actingFor, kind);
      const fillsForms = current?.source === 'identity' && current.fillsForms;
      const said = { kind, words: { text }, source: 'identity', validUntil: null } as const;
      await this.put({ owner: actor.actingFor, ...said, fillsForms });
    }
    return this.list(actor.actingFor);
  }

  /** @throws Problem `store.fact-not-found`, `store.fact-hidden`, `privacy.consent-needed` */
  async use(actor: CitizenActor, { params, body }: InputOf<typeof useProfileFact>): Promise<ProfileFactView> {
    const owner = actor.actingFor;
    const known = (await this.rows.ofOwner(owner)).find((each) => each.factId === params.factId);
    if (known?.hidden === true && body.fillsForms) throw problem('store.fact-hidden');
    if (known !== undefined && body.fillsForms) await this.requireConsent(owner);
    return this.changed(
      known && (await this.rows.change(known, { fillsForms: body.fillsForms, validUntil: known.validUntil })),
    );
  }

  /**
   * A fact that is put aside fills no form; shown again it fills none before the person allows it anew.
   *
   * @throws Problem `store.fact-not-found`
   */
  async hide(
    actor: CitizenActor,
    { params, body }: InputOf<typeof hideProfileFact>,
  ): Promise<ProfileFactView> {
    const fact = { factId: params.factId, owner: actor.actingFor };
    return this.changed(await this.rows.hide(fact, body.hidden));
  }

  /** @throws Problem `store.fact-not-found` */
  async remove(actor: CitizenActor, factId: ProfileFactId): Promise<Record<string, never>> {
    if ((await this.rows.remove(actor.actingFor, factId)) === 0) throw problem('store.fact-not-found');
    return {};
  }

  private async changed(row: FactRow | null | undefined): Promise<ProfileFactView> {
    const [fact] = row ? await this.opened([row]) : [];
    if (fact === undefined) throw problem('store.fact-not-found');
    return this.viewOf(fact);
  }

  private async requireConsent(owner: PartyId): Promise<void> {
    if ((await this.consents.find(owner, 'profile-facts')) === null) throw problem('privacy.consent-needed');
  }

  /** Another value is another version; the same one again only changes how it is used. */
  private async put({ words, ...fact }: FactToKeep): Promise<ProfileFact> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const row = await this.rows.current(fact.owner, fact.kind);
      const [current] = row === null ? [] : await this.opened([row]);
      if (current?.source === fact.source && saysTheSame(current.words, words)) {
        const changed = await this.rows.change(current, fact);
        if (changed !== null) return { ...changed, words };
        continue;
      }
      const now = this.clock.now();
      const value = await this.vault.seal(fact.owner, 'profile-fact', { ...words });
      const next: FactRow = {
        ...fact,
        ...{ factId: newId<ProfileFactId>(now), version: (row?.version ?? 0) + 1, valueId: value.valueId },
        // What was put aside stays aside when the identity says it anew; what people say themselves they want to see.
        hidden: fact.source === 'identity' && row?.hidden === true,
        ...{ addedAt: now, supersededAt: null },
      };
      const kept = await this.database
        .transaction(async (tx) => {
          if (!(await this.rows.supersede(next, tx))) throw new LostRace();
          await this.vault.store([value], tx);
          return true;
        })
        .catch((error: unknown) => {
          if (error instanceof LostRace) return false;
          throw error;
        });
      if (kept) return { ...next, words };
    }
    throw new Error(`${attempts} others put a version of this fact there first`);
  }

  private viewOf(fact: ProfileFact): ProfileFactView {
    const { factId, kind, words, source, fillsForms, hidden, validUntil, version, addedAt, supersededAt } =
      fact;
    return {
      ...{ factId, kind, text: words.text, bank: words.bank ?? null, holder: words.holder ?? null },
      ...{ source, verified: isVerified(fact), basis: basisOf(fact), fillsForms, hidden },
      ...{ validUntil, version },
      expired: isExpired(fact, this.clock.today()),
      addedAt: addedAt.toISOString(),
      supersededAt: supersededAt?.toISOString() ?? null,
    };
  }

  private async opened(rows: readonly FactRow[]): Promise<ProfileFact[]> {
    const values = await this.vault.openMany(rows.map((row) => row.valueId));
    return rows.flatMap((row) => {
      const value = values.get(row.valueId);
      // Words sealed for somebody else were not put there by us.
      if (value === undefined || value.erased || value.subjectId !== row.owner) return [];
      return [{ ...row, words: value.value as unknown as FactWords }];
    });
  }
}

/** Somebody else put a version there first. */
class LostRace extends Error {}
