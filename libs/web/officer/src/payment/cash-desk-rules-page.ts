import { Component, computed, inject, signal } from '@angular/core';
import { type CashDeskRuleView, listCashDeskRules, setCashDesk, type UnitId } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatDate,
  Language,
  loadEndpoint,
  newIdempotencyKey,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { TextField } from '../actions/text-field';
import { ActingAssignment } from '../shell/acting-assignment';

const kinds = ['own', 'on-behalf', 'none'] as const;
type Kind = (typeof kinds)[number];
/** What is wrong with each field; empty where nothing is. */
type Problems = Readonly<Record<'keeper' | 'from' | 'basis', string>>;
const noProblems: Problems = { keeper: '', from: '', basis: '' };
type Rule = NonNullable<CashDeskRuleView['current']>;

/** Which one-stop centres take cash, for whom, from which day on. What holds already is never changed. */
@Component({
  selector: 'mocua-cash-desk-rules-page',
  imports: [LoadingState, ProblemNotice, TextField],
  templateUrl: './cash-desk-rules-page.html',
})
export class CashDeskRulesPage {
  readonly #api = inject(ApiClient);
  readonly #acting = inject(ActingAssignment);
  readonly #language = inject(Language);
  #key = newIdempotencyKey();
  protected readonly t = useTexts();
  protected readonly kinds = kinds;
  protected readonly permitted = computed(() => this.#acting.permissions().includes('cash-desk.manage'));
  protected readonly rules = loadEndpoint(listCashDeskRules, () => (this.permitted() ? {} : undefined));
  protected readonly setting = signal<CashDeskRuleView | null>(null);
  protected readonly kind = signal<Kind>('own');
  protected readonly keeper = signal('');
  protected readonly from = signal('');
  protected readonly basis = signal('');
  protected readonly problems = signal<Problems>(noProblems);
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');
  /** Whoever takes cash for itself may keep that of others. */
  protected readonly keepers = computed(() =>
    (this.rules.value()?.items ?? []).filter(
      ({ unit, current, coming }) =>
        unit.unitId !== this.setting()?.unit.unitId &&
        [current, ...coming].some((rule) => rule?.kind === 'own'),
    ),
  );

  protected ruleText(rule: Rule): string {
    const name = rule.keeper?.name ?? '';
    const kind = this.t(`officer.cashRules.kind.${rule.kind}`, { unit: name });
    return this.t('officer.cashRules.since', { kind, day: this.day(rule.from), basis: rule.basis });
  }

  protected day(date: string): string {
    return formatDate(date, this.#language.current());
  }

  protected begin(view: CashDeskRuleView): void {
    this.setting.set(view);
    this.kind.set(view.current?.kind ?? 'own');
    this.keeper.set(view.current?.keeper?.unitId ?? '');
    this.from.set('');
    this.basis.set('');
    this.problems.set(noProblems);
    this.failure.set(null);
    this.message.set('');
    this.#key = newIdempotencyKey();
  }

  protected choose(event: Event): void {
    this.keeper.set((event.target as HTMLSelectElement).value);
  }

  protected takeDay(event: Event): void {
    this.from.set((event.target as HTMLInputElement).value);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const setting = this.setting();
    this.problems.set({
      keeper: this.#missing('keeper', this.kind() === 'on-behalf' && this.keeper() === ''),
      from: this.#missing('from', this.from() === ''),
      basis: this.#missing('basis', this.basis().trim().length < 3),
    });
    const isMissing = Object.values(this.problems()).some((problem) => problem !== '');
    if (setting === null || isMissing || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const body = {
        unitId: setting.unit.unitId,
        kind: this.kind(),
        from: this.from(),
        basis: this.basis(),
        ...(this.kind() === 'on-behalf' ? { keeper: this.keeper() as UnitId } : {}),
      };
      this.rules.set(await this.#api.call(setCashDesk, { body, idempotencyKey: this.#key }));
      this.message.set(this.t('officer.cashRules.saved', { unit: setting.unit.name }));
      this.setting.set(null);
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }

  #missing(field: keyof Problems, isMissing: boolean): string {
    return isMissing ? this.t(`officer.cashRules.missing.${field}`) : '';
  }
}
