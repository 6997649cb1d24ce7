import { computed, inject, Injectable, signal } from '@angular/core';
import { type DossierId, getOfficerDossier, getProcedure, type OfficerDossierView } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, Language, loadEndpoint } from '@mocua/web/kernel';

/** The dossier on the page. It stays on the screen while it is read anew, so that open forms keep what was typed. */
@Injectable()
export class DossierStore {
  readonly #api = inject(ApiClient);
  readonly #view = signal<OfficerDossierView | null>(null);
  readonly #failure = signal<ApiFailure | null>(null);
  readonly #loading = signal(false);
  readonly #language = inject(Language);
  readonly #procedureCode = computed(() => this.#view()?.procedure.code);
  #read = 0;

  readonly view = this.#view.asReadonly();
  readonly failure = this.#failure.asReadonly();
  readonly loading = this.#loading.asReadonly();
  /** Number of the last event this page has shown. */
  readonly lastSeq = computed(() => Math.max(0, ...(this.#view()?.timeline.map((entry) => entry.seq) ?? [])));

  /** The procedure as it is in force today, for the names of papers and the time limit. */
  readonly procedure = loadEndpoint(getProcedure, () => {
    const code = this.#procedureCode();
    return code === undefined ? undefined : { params: { code } };
  });
  readonly componentNames = computed<ReadonlyMap<string, string>>(
    () =>
      new Map(
        this.procedure
          .value()
          ?.components.map((component) => [component.code, this.#language.text(component.name)]),
      ),
  );

  async open(dossierId: DossierId): Promise<void> {
    if (this.#view()?.dossierId !== dossierId) this.#view.set(null);
    const read = (this.#read += 1);
    this.#loading.set(true);
    try {
      const view = await this.#api.call(getOfficerDossier, { params: { dossierId } });
      if (read === this.#read) this.accept(view);
    } catch (error) {
      if (read === this.#read) this.#failure.set(asApiFailure(error));
    } finally {
      if (read === this.#read) this.#loading.set(false);
    }
  }

  async refresh(): Promise<void> {
    const view = this.#view();
    if (view) await this.open(view.dossierId);
  }

  /** Takes over the answer of a command: it is newer than anything that is still being read. */
  accept(view: OfficerDossierView): void {
    this.#read += 1;
    this.#view.set(view);
    this.#failure.set(null);
    this.#loading.set(false);
  }
}
