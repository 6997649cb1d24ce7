import { Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { DisplaySettings, Language, Province, Texts, useTexts } from '@mocua/web/kernel';
import { filter, map } from 'rxjs';
import { ActivationScreen } from '../activation/activation-screen';
import { KioskReach } from '../display/kiosk-reach';
import { guardAgainstBreakOut } from '../guard/break-out-guard';
import { KeyboardTarget } from '../keyboard/keyboard-target';
import { ScreenKeyboard } from '../keyboard/screen-keyboard';
import { AttentionScreen } from '../attention/attention-screen';
import { IdleWarning } from '../attention/idle-warning';
import { OfflineScreen } from '../attention/offline-screen';
import { QrScanner } from '../scanner/qr-scanner';
import { IdleGuard } from '../session/idle-guard';
import { KioskSession } from '../session/kiosk-session';
import { ScrollButtons } from './scroll-buttons';

const beatEvery = 30;
const retryEvery = 10;
const lookEvery = 4;

/** Frame of every screen: display settings above, "finish" and "call an officer" within reach below. */
@Component({
  selector: 'mocua-kiosk-shell',
  imports: [
    ActivationScreen,
    AttentionScreen,
    IdleWarning,
    OfflineScreen,
    RouterOutlet,
    ScreenKeyboard,
    ScrollButtons,
  ],
  templateUrl: './kiosk-shell.html',
  styleUrl: './kiosk-shell.css',
})
export class KioskShell {
  protected readonly t = useTexts();
  protected readonly session = inject(KioskSession);
  protected readonly display = inject(DisplaySettings);
  protected readonly language = inject(Language);
  protected readonly province = inject(Province).view;
  readonly #texts = inject(Texts);
  protected readonly reach = inject(KioskReach);
  protected readonly keyboard = inject(KeyboardTarget);
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
    inject(KeyboardTarget).follow(document.body);
    effect(() => {
      const control = this.keyboard.control();
      // the keys take room from below; what is being written stays in sight
      if (control !== null) setTimeout(() => control.scrollIntoView({ block: 'center' }));
    });
    inject(DestroyRef).onDestroy(guardAgainstBreakOut(window));
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
    this.untilBeat.set(this.#pause());
  }

  /** While somebody waits for an officer the answer is looked for more often. */
  #pause(): number {
    if (!this.session.online()) return retryEvery;
    return this.session.attention() ? lookEvery : beatEvery;
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
    const left = Math.min(this.untilBeat(), this.#pause()) - 1;
    this.untilBeat.set(Math.max(0, left));
    if (left === 0) void this.beat();
  }
}
