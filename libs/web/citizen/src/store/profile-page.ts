import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  deleteProfileFact,
  fillingFactKinds,
  hideProfileFact,
  listProfileFacts,
  profileFactNames,
  type ProfileFactView,
  takeIdentityFacts,
  useProfileFact,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDate,
  Language,
  loadEndpoint,
  Localized,
  Session,
  useTexts,
} from '@mocua/web/kernel';
import { Dialog, LoadingState, ProblemNotice } from '@mocua/web/ui';
import { consentTo } from './consent-to';
import { ProfileFactForm } from './profile-fact-form';

type FactUse = 'never' | 'hidden' | 'withdrawn' | 'expired' | 'yes' | 'no';

/** What the person lets us remember about themselves, where it comes from, and what forms may be filled with. */
@Component({
  selector: 'mocua-profile-page',
  imports: [Dialog, LoadingState, Localized, ProblemNotice, ProfileFactForm, RouterLink],
  templateUrl: './profile-page.html',
})
export class ProfilePage {
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  readonly #session = inject(Session);
  protected readonly t = useTexts();
  protected readonly names = profileFactNames;
  protected readonly consent = consentTo('profile-facts');
  protected readonly facts = loadEndpoint(listProfileFacts, () => this.#whose());
  protected readonly current = computed(() => this.#items().filter((fact) => fact.supersededAt === null));
  protected readonly removed = signal<ProfileFactView | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');
  readonly #items = computed(() => this.facts.value()?.items ?? []);

  protected earlier({ kind }: ProfileFactView): readonly ProfileFactView[] {
    return this.#items().filter((fact) => fact.kind === kind && fact.supersededAt !== null);
  }

  /** What a fact does for forms: `never` for kinds that none asks for. */
  protected useOf({ kind, fillsForms, hidden, expired }: ProfileFactView): FactUse {
    if (!fillingFactKinds.includes(kind)) return 'never';
    if (hidden) return 'hidden';
    if (this.consent.choice()?.given === false) return 'withdrawn';
    if (!fillsForms) return 'no';
    return expired ? 'expired' : 'yes';
  }

  protected allowable(fact: ProfileFactView): boolean {
    const use = this.useOf(fact);
    return use === 'yes' || use === 'no' || use === 'expired';
  }

  protected day(day: string): string {
    return formatDate(day, this.#language.current());
  }

  protected take(): Promise<void> {
    return this.#run(async () => {
      await this.consent.give();
      const { items } = await this.#api.call(takeIdentityFacts, {});
      return this.t(
        items.some(({ source }) => source === 'identity') ? 'store.profile.taken' : 'store.profile.nothing',
      );
    });
  }

  protected allow({ factId, fillsForms }: ProfileFactView): Promise<void> {
    return this.#run(async () => {
      await this.#api.call(useProfileFact, { params: { factId }, body: { fillsForms: !fillsForms } });
      return this.t(fillsForms ? 'store.profile.stoppedNow' : 'store.profile.allowedNow');
    });
  }

  protected hide({ factId, hidden }: ProfileFactView): Promise<void> {
    return this.#run(async () => {
      await this.#api.call(hideProfileFact, { params: { factId }, body: { hidden: !hidden } });
      return this.t(hidden ? 'store.profile.shownNow' : 'store.profile.hiddenNow');
    });
  }

  protected async remove({ factId }: ProfileFactView): Promise<void> {
    await this.#run(async () => {
      await this.#api.call(deleteProfileFact, { params: { factId } });
      return this.t('store.profile.deletedNow');
    });
    this.removed.set(null);
  }

  protected kept(): void {
    this.message.set(this.t('store.profile.keptNow'));
    this.facts.reload();
  }

  async #run(work: () => Promise<string>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    this.message.set('');
    try {
      this.message.set(await work());
      this.facts.reload();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** Read anew when the person acts for somebody else. */
  #whose() {
    this.#session.actingFor();
    return {};
  }
}
