import { computed, inject, type Signal } from '@angular/core';
import { decideConsent, getPrivacy, type ResponseOf } from '@mocua/contract';
import { ApiClient, type ApiFailure, loadEndpoint, Session } from '@mocua/web/kernel';

type Choice = ResponseOf<typeof getPrivacy>['byChoice'][number];

/** A consent that a page needs, as the person stands to it. */
export interface NeededConsent {
  /** Undefined until it is known. */
  readonly choice: Signal<Choice | undefined>;
  readonly failure: Signal<ApiFailure | undefined>;
  reload(): void;
  /** Gives it to the text that is shown, unless it is given already. Only behind a button whose words say so. */
  give(): Promise<void>;
}

/** The consent to one purpose; read anew when the person acts for somebody else. */
export function consentTo(code: string): NeededConsent {
  const api = inject(ApiClient);
  const session = inject(Session);
  const privacy = loadEndpoint(getPrivacy, () => {
    session.actingFor();
    return {};
  });
  const choice = computed(() => privacy.value()?.byChoice.find((each) => each.purpose.code === code));
  return {
    choice,
    failure: privacy.failure,
    reload: () => privacy.reload(),
    give: async () => {
      const needed = choice();
      if (needed?.given !== false) return;
      const body = { purpose: code, textVersion: needed.purpose.version, decision: 'given' } as const;
      privacy.set(await api.call(decideConsent, { body }));
    },
  };
}
