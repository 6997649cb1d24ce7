import { Component, effect, input, output, signal } from '@angular/core';
import { type BreachContent, type BreachKind, breachKinds } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';
import { TextField } from '../actions/text-field';
import { instantOfInput, inputOfInstant } from './local-instant';

const instants = ['happenedAt', 'knownAt', 'authorityToldAt', 'peopleToldAt', 'fixedAt'] as const;
type InstantField = (typeof instants)[number];

/** What is known of a breach now. What was recorded before stays in the register. */
@Component({
  selector: 'mocua-breach-form',
  imports: [TextField],
  templateUrl: './breach-form.html',
})
export class BreachForm {
  readonly content = input.required<BreachContent | null>();
  readonly busy = input(false);
  readonly saved = output<BreachContent>();
  readonly closed = output();
  protected readonly t = useTexts();
  protected readonly kinds = breachKinds;
  protected readonly instants = instants;
  protected readonly name = signal('');
  protected readonly kind = signal<BreachKind>('other');
  protected readonly data = signal('');
  protected readonly people = signal('');
  protected readonly consequences = signal('');
  protected readonly measures = signal('');
  protected readonly harm = signal(true);
  protected readonly biometric = signal(false);
  protected readonly times = signal<Readonly<Partial<Record<InstantField, string>>>>({});
  protected readonly problem = signal('');

  constructor() {
    effect(() => {
      const known = this.content();
      if (known !== null) this.#fill(known);
    });
  }

  protected chooseKind(event: Event): void {
    const chosen = (event.target as HTMLSelectElement).value;
    this.kind.set(breachKinds.find((kind) => kind === chosen) ?? 'other');
  }

  protected setTime(field: InstantField, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.times.update((times) => ({ ...times, [field]: value }));
  }

  protected isChecked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected submit(event: Event): void {
    event.preventDefault();
    const knownAt = instantOfInput(this.times().knownAt);
    const people = this.people().trim();
    const wellFormed = this.name().trim().length >= 5 && this.data().trim().length >= 3;
    if (knownAt === null || !wellFormed || !/^\d*$/u.test(people))
      return this.problem.set(this.t('officer.breaches.missing'));
    this.problem.set('');
    this.saved.emit({
      title: this.name(),
      kind: this.kind(),
      knownAt,
      happenedAt: instantOfInput(this.times().happenedAt),
      data: this.data(),
      people: people === '' ? null : Number(people),
      consequences: this.consequences(),
      measures: this.measures(),
      harmPossible: this.harm(),
      biometricOrLocation: this.biometric(),
      authorityToldAt: instantOfInput(this.times().authorityToldAt),
      peopleToldAt: instantOfInput(this.times().peopleToldAt),
      fixedAt: instantOfInput(this.times().fixedAt),
    });
  }

  #fill(known: BreachContent): void {
    this.name.set(known.title);
    this.kind.set(known.kind);
    this.data.set(known.data);
    this.people.set(known.people?.toString() ?? '');
    this.consequences.set(known.consequences);
    this.measures.set(known.measures);
    this.harm.set(known.harmPossible);
    this.biometric.set(known.biometricOrLocation);
    this.times.set(Object.fromEntries(instants.map((field) => [field, inputOfInstant(known[field])])));
  }
}
