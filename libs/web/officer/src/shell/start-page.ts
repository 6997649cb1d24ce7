import { Component, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { useTexts } from '@mocua/web/kernel';
import { startPath } from '../worklist/queue-path';
import { ActingAssignment } from './acting-assignment';

/** Leads to where the chosen role begins its day. */
@Component({
  selector: 'mocua-start-page',
  template: `<p class="mc-loading">{{ t('officer.dossier.loading') }}</p>`,
})
export class StartPage {
  protected readonly t = useTexts();

  constructor() {
    const router = inject(Router);
    const acting = inject(ActingAssignment);
    effect(() => {
      const assignment = acting.current();
      if (assignment) void router.navigateByUrl(startPath(assignment.permissions), { replaceUrl: true });
    });
  }
}
