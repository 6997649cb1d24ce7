import { inject, Injectable, InjectionToken, signal } from '@angular/core';
import type { AssignmentId, Audience, HttpMethod, PartyId } from '@mocua/contract';
import { Language } from '../language/language';

/** Whom this front end serves; one session cookie per audience. */
export const AUDIENCE = new InjectionToken<Audience>('audience');

/** What every request says about its sender. Kept apart from the session so that the API client needs no session. */
@Injectable({ providedIn: 'root' })
export class Credentials {
  readonly #language = inject(Language);
  readonly #csrfToken = signal<string | null>(null);
  readonly #ended = signal(false);

  /** Another person the citizen acts for; null: for oneself. */
  readonly actingFor = signal<PartyId | null>(null);
  /** The role an officer acts in. */
  readonly assignment = signal<AssignmentId | null>(null);
  /** Set when the server no longer knows the session, until the person has signed in again. */
  readonly ended = this.#ended.asReadonly();

  begin(csrfToken: string | null): void {
    this.#csrfToken.set(csrfToken);
    if (csrfToken !== null) this.#ended.set(false);
  }

  sessionEnded(): void {
    this.#ended.set(true);
  }

  headers(method: HttpMethod): Record<string, string> {
    const headers: Record<string, string> = { 'Accept-Language': this.#language.current() };
    const csrfToken = this.#csrfToken();
    const actingFor = this.actingFor();
    const assignment = this.assignment();
    if (method !== 'GET' && csrfToken !== null) headers['X-CSRF-Token'] = csrfToken;
    if (actingFor !== null) headers['Mocua-Acting-For'] = actingFor;
    if (assignment !== null) headers['Mocua-Assignment'] = assignment;
    return headers;
  }
}
