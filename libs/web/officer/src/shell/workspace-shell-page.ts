import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import type { AssignmentView } from '@mocua/contract';
import { Language, Province, Session, useTexts } from '@mocua/web/kernel';
import { Dialog, DisplaySettingsPanel, PageHeader } from '@mocua/web/ui';
import { HallCalls } from '../kiosks/hall-calls';
import { ActingAssignment } from './acting-assignment';
import { AssignmentPanel } from './assignment-panel';
import { LanguageSwitch } from './language-switch';
import { WorkspaceMenu } from './workspace-menu';

/** Frame of every page behind the sign-in: who acts, under which assignment, and where to go. */
@Component({
  selector: 'mocua-workspace-shell-page',
  imports: [
    AssignmentPanel,
    Dialog,
    DisplaySettingsPanel,
    HallCalls,
    LanguageSwitch,
    PageHeader,
    RouterOutlet,
    WorkspaceMenu,
  ],
  templateUrl: './workspace-shell-page.html',
  styleUrl: './workspace-shell-page.css',
})
export class WorkspaceShellPage {
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  protected readonly session = inject(Session);
  protected readonly province = inject(Province).view;
  protected readonly acting = inject(ActingAssignment);
  /** Spoken after a change of role. */
  protected readonly announcement = signal('');
  protected readonly choosing = signal(false);
  protected readonly showingDisplay = signal(false);

  protected readonly receives = computed(() => this.acting.permissions().includes('dossier.receive'));

  constructor() {
    this.acting.begin();
    effect((onCleanup) => {
      if (!this.session.ended()) return;
      // the officer signs in in another tab; coming back to this one finds out
      const look = () => void this.session.load();
      window.addEventListener('focus', look);
      onCleanup(() => window.removeEventListener('focus', look));
    });
  }

  protected choose(assignment: AssignmentView): void {
    this.acting.choose(assignment.assignmentId);
    this.choosing.set(false);
    const name = `${this.t(`officer.role.${assignment.role}`)}, ${assignment.unitName}`;
    this.announcement.set(this.t('officer.assignment.changed', { name }));
  }

  protected signOut(): void {
    // the page is left either way; an unreachable server ends the session by its own time limit
    this.session.logout().catch(() => location.assign('/can-bo/dang-nhap'));
  }
}
