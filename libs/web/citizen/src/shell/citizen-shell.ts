import { Component, computed, inject, ViewContainerRef } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { Language, Province, Session, Texts, useTexts } from '@mocua/web/kernel';
import { SiteFooter, SiteHeader } from '@mocua/web/ui/frame';
import { filter, map } from 'rxjs';
import { onSignedInElsewhere } from '../login/signed-in-elsewhere';

/** Links of the header that stay within this application; the others load a page of the server. */
const ownLinks = new Set(['/ho-so', '/tai-khoan', '/dang-nhap']);

/** The frame around every page of the portal that is rendered in the browser. */
@Component({
  selector: 'mocua-portal',
  imports: [RouterOutlet, SiteHeader, SiteFooter],
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
  protected readonly provinceName = computed(() => this.language.text(this.province.view()?.name));
  protected readonly path = toSignal(
    this.#router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: '/' },
  );
  /** Signing in happens in another tab, so that nothing on this page is lost. */
  protected readonly loginInPlace = this.session.loginUrl('/dang-nhap/xong');

  constructor() {
    void this.session.load();
    onSignedInElsewhere(() => void this.session.load());
  }

  /** Follows a link of the header within the application, as the router would; other clicks are the browser's. */
  protected async follow(event: MouseEvent): Promise<void> {
    const link = (event.target as Element).closest('a')?.getAttribute('href') ?? '';
    if (!ownLinks.has(link) || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    await this.#router.navigateByUrl(link);
  }

  protected async openSettings(event: Event): Promise<void> {
    event.preventDefault();
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

  protected async switchLanguage(event: Event): Promise<void> {
    event.preventDefault();
    await this.#texts.switchTo(this.language.current() === 'vi' ? 'en' : 'vi');
  }
}
