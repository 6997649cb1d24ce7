import { Component, computed, input, linkedSignal } from '@angular/core';
import { type PaperKind, paperKindNames, paperKinds, type PaperWords } from '@mocua/contract';
import { Localized, useTexts } from '@mocua/web/kernel';
import type { SummaryError } from '@mocua/web/ui';
import { DayField } from './day-field';
import { dayOf } from './typed-day';

const nothing: PaperWords = {
  kind: 'other',
  title: '',
  number: '',
  issuer: '',
  issuedOn: null,
  validUntil: null,
};

/** What a person says of a paper of their own: kind, name, number, issuer and dates. */
@Component({
  selector: 'mocua-paper-words-fields',
  imports: [DayField, Localized],
  templateUrl: './paper-words-fields.html',
})
export class PaperWordsFields {
  /** What the paper says of itself so far; null for a new one. */
  readonly before = input<PaperWords | null>(null);
  protected readonly t = useTexts();
  protected readonly kinds = paperKinds;
  protected readonly names = paperKindNames;
  protected readonly kind = linkedSignal<PaperKind | ''>(() => this.before()?.kind ?? '');
  protected readonly title = linkedSignal(() => this.before()?.title ?? '');
  protected readonly number = linkedSignal(() => this.before()?.number ?? '');
  protected readonly issuer = linkedSignal(() => this.before()?.issuer ?? '');
  protected readonly issuedOn = linkedSignal(() => this.before()?.issuedOn ?? '');
  protected readonly validUntil = linkedSignal(() => this.before()?.validUntil ?? '');
  /** Another paper starts without blame. */
  readonly #tried = linkedSignal({ source: this.before, computation: () => false });
  /** What is wrong, once the person has tried to go on. */
  readonly errors = computed<readonly SummaryError[]>(() => (this.#tried() ? this.#problems() : []));
  readonly #problems = computed<readonly SummaryError[]>(() => {
    const [issued, until] = [dayOf(this.issuedOn()), dayOf(this.validUntil())];
    const crossed = issued !== 'none' && until !== 'none' && until < issued;
    return [
      ...(this.kind() === '' ? [{ target: 'loai-giay-to', message: this.t('store.add.kindMissing') }] : []),
      ...(this.title().trim() === ''
        ? [{ target: 'ten-giay-to', message: this.t('store.add.nameMissing') }]
        : []),
      ...(issued === 'wrong' ? [{ target: 'ngay-cap', message: this.t('store.day.wrong') }] : []),
      ...(until === 'wrong' ? [{ target: 'het-han', message: this.t('store.day.wrong') }] : []),
      ...(crossed && until !== 'wrong' && issued !== 'wrong'
        ? [{ target: 'het-han', message: this.t('store.day.crossed') }]
        : []),
    ];
  });

  /** What was written; null while something is wrong, which is then shown. */
  read(): PaperWords | null {
    this.#tried.set(true);
    const kind = this.kind();
    if (kind === '' || this.#problems().length > 0) return null;
    const day = (typed: string): string | null => {
      const read = dayOf(typed);
      return read === 'none' ? null : read;
    };
    return {
      ...nothing,
      kind,
      title: this.title().trim(),
      number: this.number().trim(),
      issuer: this.issuer().trim(),
      issuedOn: day(this.issuedOn()),
      validUntil: day(this.validUntil()),
    };
  }

  protected errorAt(target: string): string {
    return this.errors().find((error) => error.target === target)?.message ?? '';
  }

  protected chooseKind(event: Event): void {
    const value = (event.target as HTMLSelectElement).value;
    this.kind.set(paperKinds.find((kind) => kind === value) ?? '');
  }

  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
