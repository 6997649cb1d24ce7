import { Component, inject, signal } from '@angular/core';
import { endSession, listCitizenLogins, listSessions, type SessionId } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  loadEndpoint,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { clientWords } from './client-words';

/** Where the person is signed in now, with a way to end each, and every sign-in before. */
@Component({
  selector: 'mocua-own-sessions',
  imports: [LoadingState, ProblemNotice],
  templateUrl: './own-sessions.html',
})
export class OwnSessions {
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly sessions = loadEndpoint(listSessions, () => ({}));
  protected readonly logins = loadEndpoint(listCitizenLogins, () => ({}));
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly ended = signal(false);

  protected client(client: string | null): string {
    return clientWords(client, this.t);
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected async end(sessionId: SessionId): Promise<void> {
    this.failure.set(null);
    this.ended.set(false);
    try {
      this.sessions.set(await this.#api.call(endSession, { params: { sessionId } }));
      this.logins.reload();
      this.ended.set(true);
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }
}
