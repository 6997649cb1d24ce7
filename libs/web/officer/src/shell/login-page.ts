import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Language, Province, Session, useTexts } from '@mocua/web/kernel';
import { PageHeader, ProblemNotice } from '@mocua/web/ui';
import { LanguageSwitch } from './language-switch';

/** The door of the workspace: one button to the officers' single sign-on. */
@Component({
  selector: 'mocua-login-page',
  imports: [LanguageSwitch, PageHeader, ProblemNotice],
  templateUrl: './login-page.html',
})
export class LoginPage {
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  protected readonly session = inject(Session);
  protected readonly province = inject(Province).view;
  /** Page inside the workspace to come back to; comes from the address. */
  readonly tiepTuc = input<string>();

  protected readonly startUrl = computed(() => this.session.loginUrl(`/can-bo${ownPath(this.tiepTuc())}`));

  constructor() {
    const router = inject(Router);
    void this.session.known();
    effect(() => {
      if (this.session.status() === 'signed-in' && !this.session.ended()) {
        void router.navigateByUrl(ownPath(this.tiepTuc()), { replaceUrl: true });
      }
    });
  }
}

/** A path inside the workspace, or its start: the address of the page is typed by anybody. */
function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])/u.test(path) ? path : '/';
}
