import { computed, Injectable, linkedSignal, signal, untracked } from '@angular/core';
import type { Signal } from '@angular/core';
import type { FieldProblem, Provenance, UnitFilter, UnitOption } from '@mocua/contract';
import { addGroup, markEdited, removeGroup, updateAnswer } from '@mocua/engine/eform/page';
import type { FormState } from '@mocua/engine/eform';
import type { RendererLang } from '../texts/renderer-texts';

/** Units to choose from, by the filter of the field. */
export type UnitChoices = Readonly<Partial<Record<UnitFilter, readonly UnitOption[]>>>;

/** A commune, ward or special zone to suggest in addresses. */
export interface WardOption {
  readonly code: string;
  readonly name: string;
}

/** What the page was given, for the fields on it. */
export interface PageInputs {
  readonly lang: RendererLang;
  readonly problems: readonly FieldProblem[];
  readonly readOnly: boolean;
  readonly units: UnitChoices;
  readonly wards: readonly WardOption[];
  readonly provenance: Readonly<Record<string, Provenance>>;
  /** By field id: what the agency asks for in a supplement. */
  readonly instructions: Readonly<Record<string, string>>;
}

/** Shared by one page and its fields: the state of the form, the inputs of the page, and the one way to answer. */
@Injectable()
export class PageContext {
  readonly #inputs = signal<Signal<PageInputs> | null>(null);
  readonly #state = signal<Signal<FormState> | null>(null);
  #changed: (state: FormState) => void = () => undefined;

  readonly inputs = computed(() => this.#given(this.#inputs())());
  readonly state = computed(() => this.#given(this.#state())());
  readonly lang = computed(() => this.inputs().lang);
  readonly #problems = computed(
    () => new Map(this.inputs().problems.map(({ path, message }) => [path, message])),
  );
  /** The answers that the provenance speaks about: those shown when it arrived. */
  readonly #obtained = linkedSignal({
    source: () => this.inputs().provenance,
    computation: () => untracked(this.state).answers,
  });
  readonly #provenance = computed(() =>
    markEdited(this.inputs().provenance, this.#obtained(), this.state().answers),
  );

  /** Called once by the page. */
  connect(inputs: Signal<PageInputs>, state: Signal<FormState>, changed: (state: FormState) => void): void {
    this.#inputs.set(inputs);
    this.#state.set(state);
    this.#changed = changed;
  }

  problemAt(path: string): string {
    return this.#problems().get(path) ?? '';
  }

  provenanceOf(path: string): Provenance | undefined {
    return this.#provenance()[path];
  }

  /**
   * The answer as it stands this very moment. What a control was given is as old as the last rendering, and keys may be
   * quicker than that: a control that writes a part of an answer has to begin from here.
   */
  valueAt(path: string): unknown {
    return this.state().field(path)?.value ?? null;
  }

  answer(path: string, value: unknown): void {
    this.#changed(updateAnswer(this.state(), path, value));
  }

  addGroup(sectionId: string): void {
    this.#changed(addGroup(this.state(), sectionId));
  }

  removeGroup(sectionId: string, index: number): void {
    this.#changed(removeGroup(this.state(), sectionId, index));
  }

  #given<T>(value: T | null): T {
    if (value === null) throw new Error('PageContext is used outside a form page');
    return value;
  }
}
