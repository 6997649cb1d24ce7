import { Component, inject, signal } from '@angular/core';
import {
  fileRightsRequest,
  listMyRightsRequests,
  type RightsGround,
  rightsGroundNames,
  type RightsKind,
  rightsKindNames,
  rightsKinds,
  type RightsRequestView,
  takeBackRightsRequest,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDate,
  formatInstant,
  Language,
  loadEndpoint,
  Localized,
  newIdempotencyKey,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';

/** What the person asked about their data, and a form to ask more. */
@Component({
  selector: 'mocua-rights-requests',
  imports: [Localized, LoadingState, ProblemNotice],
  templateUrl: './rights-requests.html',
})
export class RightsRequests {
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly kinds = rightsKinds;
  protected readonly names = rightsKindNames;
  protected readonly loaded = loadEndpoint(listMyRightsRequests, () => ({}));
  protected readonly kind = signal<RightsKind | ''>('');
  protected readonly details = signal('');
  protected readonly error = signal('');
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly busy = signal(false);
  protected readonly message = signal('');
  /** One key for one wish: pressing twice files once. */
  #key = newIdempotencyKey();

  protected day(instant: string): string {
    return formatDate(instant, this.#language.current());
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected ground(ground: RightsGround): string {
    return this.#language.text(rightsGroundNames[ground]);
  }

  protected choose(event: Event): void {
    const chosen = (event.target as HTMLSelectElement).value;
    this.kind.set(rightsKinds.find((kind) => kind === chosen) ?? '');
  }

  protected type(event: Event): void {
    this.details.set((event.target as HTMLTextAreaElement).value);
  }

  protected async file(event: Event): Promise<void> {
    event.preventDefault();
    const kind = this.kind();
    const details = this.details().trim();
    this.error.set(kind === '' || details === '' ? this.t('mine.rights.missing') : '');
    if (kind === '' || details === '') return;
    await this.#run(async () => {
      const body = { kind, details };
      const filed = await this.#api.call(fileRightsRequest, { body, idempotencyKey: this.#key });
      this.message.set(this.t('mine.rights.filed', { code: filed.code, date: this.day(filed.dueAt) }));
      this.#key = newIdempotencyKey();
      this.kind.set('');
      this.details.set('');
    });
  }

  protected async takeBack({ requestId, version, code }: RightsRequestView): Promise<void> {
    await this.#run(async () => {
      await this.#api.call(takeBackRightsRequest, { params: { requestId }, body: { version } });
      this.message.set(this.t('mine.rights.tookBack', { code }));
    });
  }

  async #run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    this.message.set('');
    try {
      await work();
      this.loaded.reload();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}
