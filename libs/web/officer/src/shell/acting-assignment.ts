import { computed, inject, Injectable } from '@angular/core';
import type { AssignmentId } from '@mocua/contract';
import { Credentials, Session } from '@mocua/web/kernel';
import { initialAssignment } from './assignment-choice';

const storageKey = 'mocua.assignment';

/** The unit and role an officer acts under; sent with every call and remembered until the tab is closed. */
@Injectable({ providedIn: 'root' })
export class ActingAssignment {
  readonly #credentials = inject(Credentials);
  readonly #session = inject(Session);

  readonly all = computed(() => this.#session.person()?.assignments ?? []);
  readonly current = computed(
    () => this.all().find((assignment) => assignment.assignmentId === this.#credentials.assignment()) ?? null,
  );
  readonly permissions = computed(() => this.current()?.permissions ?? []);

  /** Takes up the assignment of earlier in this session, or the only one. */
  begin(): void {
    const initial = initialAssignment(this.all(), sessionStorage.getItem(storageKey));
    this.#credentials.assignment.set(initial?.assignmentId ?? null);
  }

  choose(id: AssignmentId): void {
    sessionStorage.setItem(storageKey, id);
    this.#credentials.assignment.set(id);
  }
}
