import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { formatTime, Language, useTexts } from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice, ShowMore } from '@mocua/web/ui';
import { ActingAssignment } from '../shell/acting-assignment';
import { pathOf, queueAt, queuesFor } from './queue-path';
import { ReceptionAlerts } from './reception-alerts';
import { WorkListStore } from './work-list-store';
import { WorkListTable } from './work-list-table';

/** The officer's work, one list at a time, nearest limit first. */
@Component({
  selector: 'mocua-work-list-page',
  imports: [EmptyState, LoadingState, ProblemNotice, ReceptionAlerts, RouterLink, ShowMore, WorkListTable],
  providers: [WorkListStore],
  templateUrl: './work-list-page.html',
  styleUrl: './work-list-page.css',
})
export class WorkListPage {
  /** From the address. */
  readonly queue = input.required<string>();
  protected readonly t = useTexts();
  protected readonly store = inject(WorkListStore);
  protected readonly language = inject(Language);
  readonly #acting = inject(ActingAssignment);
  readonly #injector = inject(Injector);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  protected readonly current = computed(() => queueAt(this.queue()) ?? 'recent');
  protected readonly tabs = computed(() =>
    queuesFor(this.#acting.permissions()).map((queue) => ({ queue, path: pathOf(queue) })),
  );
  protected readonly updated = computed(() => {
    const at = this.store.updatedAt();
    return at === null ? '' : formatTime(new Date(at).toISOString(), this.language.current());
  });

  protected readonly receives = computed(() => this.#acting.permissions().includes('dossier.receive'));

  constructor() {
    const router = inject(Router);
    effect(() => {
      const queue = queueAt(this.queue());
      const assignment = this.#acting.current();
      if (queue === null) void router.navigateByUrl('/', { replaceUrl: true });
      else if (assignment) untracked(() => void this.store.open(queue));
    });
    effect(() => {
      this.store.items();
      untracked(() => this.#keepFocus());
    });
  }

  protected counts(queue: ReturnType<typeof this.current>) {
    return queue === 'recent' ? null : (this.store.counters()?.[queue] ?? null);
  }

  protected number(count: number): string {
    return new Intl.NumberFormat(this.language.current() === 'vi' ? 'vi-VN' : 'en-GB').format(count);
  }

  /** Single keys work only while the focus is in the list (WCAG 2.1.4). */
  protected onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'r') void this.store.refresh();
    else if (event.key === 'j' || event.key === 'k') this.#move(event.key === 'j' ? 1 : -1);
    else return;
    event.preventDefault();
  }

  #links(): HTMLElement[] {
    return [...this.list().nativeElement.querySelectorAll<HTMLElement>('[data-line]')];
  }

  #move(step: number): void {
    const links = this.#links();
    const at = links.findIndex((link) => link === document.activeElement);
    links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
  }

  /** When the line under the focus has gone to somebody else, the focus goes to the line that took its place. */
  #keepFocus(): void {
    const at = this.#links().findIndex((link) => link === document.activeElement);
    if (at < 0) return;
    afterNextRender(
      {
        read: () => {
          if (document.activeElement !== document.body) return;
          const links = this.#links();
          (links[Math.min(at, links.length - 1)] ?? this.list().nativeElement).focus();
        },
      },
      { injector: this.#injector },
    );
  }
}
