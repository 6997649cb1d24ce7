import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { DisplaySettings, Language, Province, Texts, useTexts } from '@mocua/web/kernel';
import { filter, map } from 'rxjs';
import { ActivationScreen } from '../activation/activation-screen';
import { AttentionScreen } from '../attention/attention-screen';
import { IdleWarning } from '../attention/idle-warning';
import { OfflineScreen } from '../attention/offline-screen';
import { QrScanner } from '../scanner/qr-scanner';
import { IdleGuard } from '../session/idle-guard';
import { KioskSession } from '../session/kiosk-session';
import { ScrollButtons } from './scroll-buttons';

const beatEvery = 30;
const retryEvery = 10;

/** Frame of every screen: display settings above, "finish" and "call an officer" within reach below. */
@Component({
  selector: 'mocua-kiosk-shell',
  imports: [ActivationScreen, AttentionScreen, IdleWarning, OfflineScreen, RouterOutlet, ScrollButtons],
  templateUrl: './kiosk-shell.html',
  styleUrl: './kiosk-shell.css',
  host: { '(contextmenu)': '$event.preventDefault()', '(dragstart)': '$event.preventDefault()' },
})
export class KioskShell {
  protected readonly t = useTexts();
  protected readonly session = inject(KioskSession);
  protected readonly display = inject(DisplaySettings);
  protected readonly language = inject(Language);
  protected readonly province = inject(Province).view;
  readonly #texts = inject(Texts);
  protected readonly sizes = ['normal', 'large', 'larger'] as const;
  /** Seconds until the server is asked again. */
  protected readonly untilBeat = signal(beatEvery);

  readonly #url = toSignal(
    inject(Router).events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: '/' },
  );
  protected readonly atHome = computed(() => this.#url() === '/' && !this.session.inUse());

  constructor() {
    inject(IdleGuard).watch(() => this.session.stage() === 'ready' && !this.atHome());
    inject(QrScanner).listen((qr) => void this.#scanned(qr));
    void this.#start();
    const timer = setInterval(() => this.#second(), 1000);
    const changed = () => void this.beat();
    window.addEventListener('online', changed);
    window.addEventListener('offline', changed);
    // a document that comes back from the browser's cache would bring its memory along
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) location.replace(document.baseURI);
    };
    window.addEventListener('pageshow', shown);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      window.removeEventListener('online', changed);
      window.removeEventListener('offline', changed);
      window.removeEventListener('pageshow', shown);
    });
  }

  protected async beat(): Promise<void> {
    await this.session.beat();
    this.untilBeat.set(this.session.online() ? beatEvery : retryEvery);
  }

  protected async switchLanguage(): Promise<void> {
    await this.#texts.switchTo(this.language.current() === 'vi' ? 'en' : 'vi');
  }

  protected toggleContrast(): void {
    this.display.setContrast(this.display.contrast() === 'high' ? 'normal' : 'high');
  }

  async #start(): Promise<void> {
    await this.session.start();
    if (!this.session.online()) this.untilBeat.set(retryEvery);
  }

  async #scanned(qr: string): Promise<void> {
    if (this.session.stage() !== 'ready' || this.session.attention()) return;
    await this.session.show('/ma-qr');
    await this.session.search({ qr });
  }

  #second(): void {
    const left = this.untilBeat() - 1;
    this.untilBeat.set(Math.max(0, left));
    if (left === 0) void this.beat();
  }
}
