import { afterNextRender, Component, computed, inject, Injector, input, signal } from '@angular/core';
import type { CompiledSection } from '@mocua/engine/eform';
import { controlId } from '../field/control-id';
import { FormFieldEntry } from '../field/form-field-entry';
import { say } from '../texts/renderer-texts';
import { PageContext } from './page-context';

/** A section whose groups can be added and removed. The focus follows the change, and the change is announced. */
@Component({
  selector: 'mocua-repeating-section',
  imports: [FormFieldEntry],
  templateUrl: './repeating-section.html',
})
export class RepeatingSection {
  readonly section = input.required<CompiledSection>();
  protected readonly context = inject(PageContext);
  readonly #injector = inject(Injector);
  protected readonly announcement = signal('');
  protected readonly id = computed(() => this.section().definition.id);
  protected readonly targetId = computed(() => controlId(this.id()));
  protected readonly state = computed(() => this.context.state().section(this.id()));
  protected readonly groups = computed(() => this.state()?.groups ?? []);
  protected readonly problem = computed(() => this.context.problemAt(this.id()));
  protected readonly title = computed(() => {
    const { title, repeat } = this.section().definition;
    return (title ?? repeat?.itemTitle)?.[this.context.lang()] ?? '';
  });
  protected readonly max = computed(() => this.section().definition.repeat?.max ?? 0);
  /** Groups cannot come or go when the section is shown read-only. */
  protected readonly fixed = computed(() => {
    const { open } = this.context.state().form;
    const closed = open !== null && !open.asked.has(this.id()) && !open.following.has(this.id());
    return closed || this.context.inputs().readOnly;
  });
  protected readonly removable = computed(
    () => !this.fixed() && this.groups().length > (this.section().definition.repeat?.min ?? 0),
  );
  protected readonly full = computed(() => this.groups().length >= this.max());

  protected text(key: 'addGroup' | 'removeGroup' | 'groupsFull', index?: number): string {
    return say(this.context.lang(), key, { item: this.itemTitle(index), max: this.max() });
  }

  protected itemTitle(index?: number): string {
    const item = this.section().definition.repeat?.itemTitle[this.context.lang()] ?? '';
    return index === undefined ? item : `${item} ${index + 1}`;
  }

  protected legendId(index: number): string {
    return `${this.targetId()}-group-${index}`;
  }

  protected add(): void {
    const index = this.groups().length;
    this.context.addGroup(this.id());
    this.announcement.set(say(this.context.lang(), 'groupAdded', { item: this.itemTitle(index) }));
    this.#focus(this.legendId(index));
  }

  protected remove(index: number): void {
    const gone = this.itemTitle(index);
    this.context.removeGroup(this.id(), index);
    this.announcement.set(say(this.context.lang(), 'groupRemoved', { item: gone }));
    this.#focus(index > 0 ? this.legendId(index - 1) : this.targetId());
  }

  #focus(id: string): void {
    afterNextRender({ read: () => document.getElementById(id)?.focus() }, { injector: this.#injector });
  }
}
