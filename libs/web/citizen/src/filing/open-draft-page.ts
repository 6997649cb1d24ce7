import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { getProcedure, listDrafts, openDraft, type PartyId } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  loadEndpoint,
  Localized,
  Session,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';

/** For whom, and whether to go on with a draft; asks only what is open, and opens at once when nothing is. */
@Component({
  selector: 'mocua-open-draft-page',
  imports: [RouterLink, Localized, LoadingState, ProblemNotice],
  templateUrl: './open-draft-page.html',
})
export class OpenDraftPage {
  /** Bound from the route. */
  readonly code = input.required<string>();
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #language = inject(Language);
  readonly #session = inject(Session);
  protected readonly t = useTexts();
  protected readonly procedure = loadEndpoint(getProcedure, () => ({ params: { code: this.code() } }));
  protected readonly drafts = loadEndpoint(listDrafts, () => ({}));
  protected readonly parties = computed(() => this.#session.person()?.actingFor ?? []);
  /** Who files for an organisation may have many dossiers to file. */
  protected readonly represents = computed(() => this.parties().some(({ kind }) => kind === 'organisation'));
  /** Whoever acts for somebody is asked about them first. */
  protected readonly party = computed(
    () => this.wish() ?? this.#session.actingFor()?.partyId ?? this.parties()[0]?.partyId ?? null,
  );
  protected readonly resumable = computed(() =>
    (this.drafts.value()?.items ?? []).filter((draft) => draft.procedure.code === this.code()),
  );
  protected readonly wish = signal<PartyId | null>(null);
  /** Draft to go on with; null: a new one. */
  protected readonly resumed = signal<string | null | undefined>(undefined);
  protected readonly chosen = computed(() => {
    const resumed = this.resumed();
    return resumed === undefined ? (this.resumable()[0]?.draftId ?? null) : resumed;
  });
  protected readonly opening = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly trouble = computed(
    () => this.failure() ?? this.procedure.failure() ?? this.drafts.failure(),
  );
  protected readonly undecided = computed(
    () => this.drafts.value() !== undefined && (this.resumable().length > 0 || this.parties().length > 1),
  );

  constructor() {
    effect(() => {
      if (this.procedure.value() !== undefined && this.drafts.value() !== undefined && !this.undecided())
        untracked(() => void this.open()); // once: what fails is tried again by the person
    });
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    const draftId = this.chosen();
    if (draftId === null) await this.open();
    else await this.#router.navigate(['/ban-nhap', draftId]);
  }

  protected async open(): Promise<void> {
    if (this.opening()) return;
    this.opening.set(true);
    this.failure.set(null);
    try {
      const actingFor = this.party() ?? undefined;
      const draft = await this.#api.call(openDraft, {
        body: {
          procedureCode: this.code(),
          startNew: this.resumable().length > 0,
          ...(actingFor && { actingFor }),
        },
      });
      await this.#router.navigate(['/ban-nhap', draft.draftId], { replaceUrl: true });
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.opening.set(false);
    }
  }
}
