import { Component, computed, inject, input, signal } from '@angular/core';
import { checkRegister, type DossierId, type DossierOrigins, getDossierOrigins } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  loadEndpoint,
  useTexts,
} from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';

type Standing = DossierOrigins['registers'][number];
type Check = NonNullable<Standing['check']>;

const named: ReadonlySet<string> = new Set(['mocua', 'mocua-kiosk', 'counter', 'post', 'national-portal']);

/** Through which system the dossier came, which values the applicant did not type, and registers that were down then. */
@Component({
  selector: 'mocua-dossier-origins',
  imports: [ProblemNotice],
  templateUrl: './dossier-origins.html',
})
export class DossierOriginsView {
  readonly dossierId = input.required<DossierId>();
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly origins = loadEndpoint(getDossierOrigins, () => ({
    params: { dossierId: this.dossierId() },
  }));
  protected readonly down = computed(
    () => this.origins.value()?.registers.filter(({ state }) => state === 'down') ?? [],
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);

  protected system(name: string): string {
    const key = named.has(name) ? name : 'other';
    return this.t(`officer.origins.systems.${key}`, { name });
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected line(value: DossierOrigins['values'][number]): string {
    return this.t(`officer.origins.value.${value.state}`, {
      label: this.#language.text(value.label),
      source: this.#language.text(value.source),
      at: this.when(value.obtainedAt),
    });
  }

  protected title({ title }: Standing): string {
    return this.#language.text(title);
  }

  protected outcome({ outcome, differing }: Check): string {
    const fields = differing.map((label) => this.#language.text(label)).join(', ');
    return this.t(`officer.origins.outcome.${outcome}`, { fields });
  }

  protected async check({ register }: Standing): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const params = { dossierId: this.dossierId(), register };
      this.origins.set(await this.#api.call(checkRegister, { params }));
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}
