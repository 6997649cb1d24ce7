import { randomUUID } from 'node:crypto';
import { agencyScopes, type Endpoint, openAssistedDraft, type Permission } from '@mocua/contract';
import { makeOwned, openDraftOf, type Owned } from './access-objects';
import { ApiHarness, ok, type Session } from './api-harness';
import { assistedFiling } from './assisted-calls';
import { Machine } from './kiosk-world';
import { aClient, type Credentials, tokenOf } from './provider-world';

/** What the national portal, the payment platform and the carriers prove themselves with. */
export const portalKey = 'a-secret-of-this-test';

const officers: Readonly<Record<string, readonly [person: string, assignment: string]>> = {
  'one-stop': ['hanh', 'dong-sen-one-stop'],
  specialist: ['tuan', 'dong-sen-specialist'],
  leader: ['phuc', 'dong-sen-leader'],
  clerk: ['bao', 'dong-sen-clerk'],
  cashier: ['loan', 'provincial-centre-cashier'],
  inspector: ['kien', 'province-inspector'],
  administrator: ['viet', 'province-administrator'],
  protection: ['giang', 'province-data-protection'],
};

const holderOf: Readonly<Record<Permission | 'any' | 'own-session', string>> = {
  any: 'one-stop',
  'own-session': 'one-stop',
  'dossier.receive': 'one-stop',
  'dossier.supplement': 'one-stop',
  'dossier.refuse': 'one-stop',
  'dossier.return': 'one-stop',
  'dossier.process': 'specialist',
  'dossier.approve': 'leader',
  'dossier.issue': 'clerk',
  'dossier.inspect': 'inspector',
  'device.manage': 'administrator',
  'catalogue.manage': 'administrator',
  'content.edit': 'administrator',
  'content.publish': 'administrator',
  'partner.manage': 'administrator',
  'report.inspect': 'administrator',
  'report.release': 'administrator',
  'outbound.manage': 'administrator',
  'cash-desk.manage': 'administrator',
  'payment.collect': 'cashier',
  'payment.reconcile': 'cashier',
  'payment.refund': 'cashier',
  'shared-paper.read': 'specialist',
  'rights.handle': 'protection',
  'breach.record': 'protection',
};

interface Inhabitants {
  readonly people: Readonly<Record<string, Session>>;
  readonly owned: Owned;
  readonly assistedDraftId: string;
  readonly client: Credentials;
  readonly token: string;
  readonly kiosk: Session;
}

/** Somebody for every kind of access, each with an object of their own. */
export class BadInputWorld {
  readonly owned: Owned;

  private constructor(
    readonly api: ApiHarness,
    readonly lam: Session,
    readonly quan: Session,
    private readonly inhabitants: Inhabitants,
  ) {
    this.owned = inhabitants.owned;
  }

  static async start(): Promise<BadInputWorld> {
    const api = await ApiHarness.start({ NATIONAL_PORTAL_SECRET: portalKey, MAX_UPLOAD_BYTES: '60000' });
    const lam = await api.citizen('lam');
    const people: Record<string, Session> = {};
    for (const [name, [person, assignment]] of Object.entries(officers))
      people[name] = await api.officer(person, assignment);
    const { 'one-stop': oneStop, administrator } = people;
    if (!oneStop || !administrator) throw new Error('nobody there');
    const { dossier } = (await makeOwned(api, lam, oneStop)).processing;
    const assisted = ok(await api.call(openAssistedDraft, { as: oneStop, body: assistedFiling }));
    const wish = { scopes: [...agencyScopes], procedureCodes: ['2.000908'] };
    const client = await aClient(api, administrator, wish);
    return new BadInputWorld(api, lam, await api.citizen('quan'), {
      people,
      owned: { dossier, draft: await openDraftOf(api, lam) },
      assistedDraftId: assisted.draftId,
      client,
      token: await tokenOf(api, client),
      kiosk: (await Machine.register(api, administrator)).session,
    });
  }

  officer(name: string): Session {
    const session = this.inhabitants.people[name];
    if (!session) throw new Error(name);
    return session;
  }

  /** Who calls an endpoint so that nothing but the input can be wrong. */
  callerOf({ access }: Endpoint): { readonly as?: Session; readonly headers?: Record<string, string> } {
    switch (access.kind) {
      case 'public':
        return { headers: { authorization: `Bearer ${portalKey}` } };
      case 'citizen':
        return { as: this.lam };
      case 'officer':
        return { as: this.officer(holderOf[access.permission]) };
      case 'device':
        return { as: this.inhabitants.kiosk };
      case 'agency':
        return { headers: { authorization: `Bearer ${this.inhabitants.token}` } };
    }
  }

  /**
   * Objects that are there for an endpoint that reads a body, and objects that nobody has for one that would do its work at
   * the mere call.
   */
  paramsOf(endpoint: Endpoint, known: boolean): Readonly<Record<string, string>> {
    const dossierId = this.owned.dossier.dossierId;
    const draftId = endpoint.path.startsWith('/officer/')
      ? this.inhabitants.assistedDraftId
      : this.owned.draft.draftId;
    const objects: Readonly<Record<string, string>> = {
      ...(known ? { dossierId, draftId, clientId: this.inhabitants.client.clientId } : {}),
      code: '2.000908',
      carrier: 'gateway',
      kind: 'guide',
      slug: 'khong-co',
      system: 'business-registration',
      month: '2025-07',
      version: '9',
      destination: 'post',
    };
    const names = [...endpoint.path.matchAll(/:(\w+)/gu)].map(([, name = '']) => name);
    return Object.fromEntries(names.map((name) => [name, objects[name] ?? randomUUID()]));
  }

  /** What must not move when everything was refused. A filing from outside that was refused leaves its draft for the next try. */
  async everything(): Promise<unknown> {
    return this.api.db.database.one(
      `SELECT (SELECT json_agg(d.* ORDER BY draft_id)::text FROM dossier.drafts d
                WHERE draft_id = ANY ($2)) AS drafts,
              (SELECT count(*) FROM dossier.events) AS events, (SELECT sum(version) FROM dossier.dossiers) AS versions,
              (SELECT count(*) FROM dossier.uploads WHERE draft_id = ANY ($2)) AS uploads, (SELECT count(*) FROM kernel.outbox) AS messages,
              (SELECT encode(digest, 'hex') FROM personal_data.sealed_values WHERE value_id = $1) AS answers,
              (SELECT count(*) FROM payment.orders) AS orders, (SELECT count(*) FROM identity.devices) AS devices`,
      [this.owned.draft.draftId, [this.owned.draft.draftId, this.inhabitants.assistedDraftId]],
    );
  }

  close(): Promise<void> {
    return this.api.close();
  }
}
