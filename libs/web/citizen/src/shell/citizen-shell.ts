import { Component, computed, inject, ViewContainerRef } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Language, Province, Session, Texts, useTexts } from '@mocua/web/kernel';
import { PageFooter, PageHeader } from '@mocua/web/ui';
import { onSignedInElsewhere } from '../login/signed-in-elsewhere';

/** The frame around every page of the portal. */
@Component({
  selector: 'mocua-portal',
  imports: [RouterOutlet, RouterLink, RouterLinkActive, PageHeader, PageFooter],
  templateUrl: './citizen-shell.html',
})
export class CitizenShell {
  readonly #texts = inject(Texts);
  readonly #router = inject(Router);
  readonly #view = inject(ViewContainerRef);
  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly province = inject(Province);
  protected readonly t = useTexts();
  protected readonly provinceName = computed(
    () => this.language.text(this.province.view()?.name) || this.t('site.provinceFallback'),
  );
  protected readonly otherLanguage = computed(() =>
    this.language.current() === 'vi'
      ? { code: 'en' as const, name: 'English', short: 'EN' }
      : { code: 'vi' as const, name: 'Tiếng Việt', short: 'VI' },
  );
  /** Signing in happens in another tab, so that nothing on this page is lost. */
  protected readonly loginInPlace = this.session.loginUrl('/dang-nhap/xong');

  constructor() {
    void this.session.load();
    onSignedInElsewhere(() => void this.session.load());
  }

  protected async openSettings(event: Event): Promise<void> {
    const opener = event.currentTarget as HTMLElement;
    const { DisplayDialog } = await import('./display-dialog');
    const dialog = this.#view.createComponent(DisplayDialog);
    dialog.instance.closed.subscribe(() => {
      dialog.destroy();
      opener.focus();
    });
  }

  /** What is on the screen belongs to the other person, so it is left. */
  protected async actForMyself(): Promise<void> {
    await this.#router.navigateByUrl('/ho-so');
    this.session.actFor(null);
  }

  protected async logout(): Promise<void> {
    await this.session.logout();
  }

  protected async switchLanguage(): Promise<void> {
    await this.#texts.switchTo(this.otherLanguage().code);
  }
}
