import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import {
  askForSignature,
  getSignatures,
  type OfficerDossierView,
  type PaperSignatureReason,
  recordPaperSignature,
  type SignatureView,
} from '@mocua/contract';
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

const reasons: readonly PaperSignatureReason[] = [
  'service-down',
  'phone-unavailable',
  'certificate-unusable',
];

/** How far the signature of a result is, and what to do when it does not come. */
@Component({
  selector: 'mocua-dossier-signatures',
  imports: [ProblemNotice],
  templateUrl: './dossier-signatures.html',
})
export class DossierSignatures {
  readonly dossier = input.required<Pick<OfficerDossierView, 'dossierId' | 'version'>>();
  /** Another way of handing out became possible. */
  readonly changed = output();
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly reasons = reasons;
  protected readonly signatures = loadEndpoint(getSignatures, () => {
    const { dossierId, version } = this.dossier();
    return version > 0 ? { params: { dossierId } } : undefined;
  });
  protected readonly items = computed(() => this.signatures.value()?.items ?? []);
  protected readonly reason = signal<PaperSignatureReason>('service-down');
  protected readonly scan = signal<File | null>(null);
  protected readonly scanMissing = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly said = signal('');

  constructor() {
    effect((stop) => {
      const isWaiting = this.items().some(({ state }) => state === 'due' || state === 'waiting');
      if (!isWaiting) return;
      const timer = setInterval(() => untracked(() => void this.#look()), 5_000);
      stop(() => clearInterval(timer));
    });
  }

  protected line({ state, signer, since }: SignatureView): string {
    return this.t(`officer.signing.state.${state}`, {
      signer,
      at: formatInstant(since, this.#language.current()),
    });
  }

  protected choose(event: Event): void {
    this.scan.set((event.target as HTMLInputElement).files?.[0] ?? null);
    this.scanMissing.set(false);
  }

  protected chooseReason(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.reason.set(reasons.find((each) => each === value) ?? 'service-down');
  }

  protected askAgain({ documentId }: SignatureView): Promise<void> {
    const params = { dossierId: this.dossier().dossierId, documentId };
    return this.#run(() => this.#api.call(askForSignature, { params }), 'officer.signing.asked');
  }

  protected async onPaper({ documentId }: SignatureView): Promise<void> {
    const file = this.scan();
    this.scanMissing.set(file === null);
    if (file === null) return document.getElementById(`ban-ky-giay-${documentId}`)?.focus();
    const params = { dossierId: this.dossier().dossierId, documentId };
    const query = { fileName: file.name, reason: this.reason() };
    await this.#run(
      () => this.#api.upload(recordPaperSignature, { params, query }, file, () => undefined),
      'officer.signing.recorded',
    );
  }

  async #run(call: () => Promise<{ items: SignatureView[] }>, done: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.signatures.set(await call());
      this.said.set(this.t(done));
      this.changed.emit();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** Looks without a sign of loading; what cannot be read now is read in a moment. */
  async #look(): Promise<void> {
    const { dossierId } = this.dossier();
    const found = await this.#api.call(getSignatures, { params: { dossierId } }).catch(() => null);
    if (found !== null && !this.busy()) this.signatures.set(found);
  }
}
