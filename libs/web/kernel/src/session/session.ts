import { computed, inject, Injectable, signal } from '@angular/core';
import type { PartyId, PersonView } from '@mocua/contract';
import { getSession, logout } from '@mocua/contract/frame';
import { ApiClient } from '../api/api-client';
import { type ApiFailure, asApiFailure } from '../api/api-failure';
import { LocalDrafts } from '../local/local-drafts';
import { AUDIENCE, Credentials } from './credentials';

export type SessionStatus = 'unknown' | 'anonymous' | 'signed-in' | 'unreachable';

/** The session of this front end's audience, as signals. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #api = inject(ApiClient);
  readonly #audience = inject(AUDIENCE);
  readonly #credentials = inject(Credentials);
  readonly #drafts = inject(LocalDrafts);
  readonly #person = signal<PersonView | null>(null);
  readonly #failure = signal<ApiFailure | null>(null);
  readonly #known = signal(false);
  #loading: Promise<void> | null = null;

  readonly person = this.#person.asReadonly();
  readonly failure = this.#failure.asReadonly();
  /** The session ended while a page was open: what was typed is still there, offer to sign in again in place. */
  readonly ended = this.#credentials.ended;
  readonly status = computed<SessionStatus>(() => {
    if (this.#failure() !== null) return 'unreachable';
    if (!this.#known()) return 'unknown';
    return this.#person() === null ? 'anonymous' : 'signed-in';
  });
  /** The party acted for, with its name; the person oneself is the first of `person.actingFor`. */
  readonly actingFor = computed(() => {
    const chosen = this.#credentials.actingFor();
    return this.#person()?.actingFor.find((party) => party.partyId === chosen) ?? null;
  });

  /** Asks the server who is signed in. Several callers share one request. */
  load(): Promise<void> {
    this.#loading ??= this.#read().finally(() => (this.#loading = null));
    return this.#loading;
  }

  /** Resolves once it is known whether somebody is signed in. */
  async known(): Promise<SessionStatus> {
    if (!this.#known()) await this.load();
    return this.status();
  }

  actFor(party: PartyId | null): void {
    const self = this.#person()?.actingFor.find((candidate) => candidate.kind === 'self')?.partyId;
    const other = party === self ? null : party;
    this.#credentials.actingFor.set(other);
    keepActingFor(other);
  }

  /** Where to send the browser to sign in and come back to `returnTo` (a path on this origin). */
  loginUrl(returnTo: string): string {
    const start = this.#audience === 'officer' ? '/api/v1/auth/sso/start' : '/api/v1/auth/vneid/start';
    return `${start}?returnTo=${encodeURIComponent(returnTo)}`;
  }

  login(returnTo = `${location.pathname}${location.search}`): void {
    location.assign(this.loginUrl(returnTo));
  }

  /** Ends the session and everything this browser kept for the person. */
  async logout(): Promise<void> {
    const { endSessionUrl } = await this.#api.call(logout, { body: { audience: this.#audience } });
    this.#credentials.begin(null);
    this.actFor(null);
    this.#person.set(null);
    await this.#drafts.clear();
    sessionStorage.clear();
    location.assign(endSessionUrl ?? '/');
  }

  async #read(): Promise<void> {
    try {
      const view = await this.#api.call(getSession, { query: { audience: this.#audience } });
      // whom one acts for outlives a reload of the page, but not a right that has ended
      const kept = view.person?.actingFor.find((party) => party.partyId === keptActingFor());
      this.#credentials.actingFor.set(kept === undefined || kept.kind === 'self' ? null : kept.partyId);
      this.#person.set(view.person);
      this.#credentials.begin(view.csrfToken);
      this.#failure.set(null);
      this.#known.set(true);
    } catch (error) {
      this.#failure.set(asApiFailure(error));
    }
  }
}

const actingForKey = 'mocua.acting-for';

/** For this tab alone: another tab may show one's own things. */
function keepActingFor(party: PartyId | null): void {
  try {
    if (party === null) sessionStorage.removeItem(actingForKey);
    else sessionStorage.setItem(actingForKey, party);
  } catch {
    // a browser that forbids storage asks again after a reload
    return;
  }
}

function keptActingFor(): string | null {
  try {
    return sessionStorage.getItem(actingForKey);
  } catch {
    return null;
  }
}
