import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  activateKiosk,
  type CallView,
  callOfficer,
  endCall,
  getCall,
  getKiosk,
  kioskHeartbeat,
  kioskTrack,
  type KioskView,
  type PublicDossierStatus,
  wipeKiosk,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  DisplaySettings,
  Language,
  Session,
  Texts,
} from '@mocua/web/kernel';
import { KioskReach } from '../display/kiosk-reach';
import { KioskVisit } from '../visit/kiosk-visit';
import { appVersion, MachineParts } from './machine-parts';

/** What stands on the screen besides the pages themselves. */
export type KioskStage = 'starting' | 'unregistered' | 'ready' | 'revoked';
export type Lookup = { readonly code: string; readonly pin: string } | { readonly qr: string };

/**
 * One visitor at one kiosk. Everything personal lives in these signals and nowhere else; {@link wipe} drops all of it
 * and then has the browser forget the document.
 */
@Injectable({ providedIn: 'root' })
export class KioskSession {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #language = inject(Language);
  readonly #texts = inject(Texts);
  readonly #display = inject(DisplaySettings);
  readonly #reach = inject(KioskReach);
  readonly #visit = inject(KioskVisit);
  readonly #parts = inject(MachineParts);
  readonly #stage = signal<KioskStage>('starting');
  readonly #device = signal<KioskView | null>(null);
  readonly #online = signal(true);
  readonly #result = signal<PublicDossierStatus | null>(null);
  readonly #searching = signal(false);
  readonly #failure = signal<ApiFailure | null>(null);
  readonly #attention = signal(false);
  readonly #call = signal<CallView | null>(null);
  /** Set when a visit was ended under the attention screen, which must stay for the officer to see. */
  #reloadOwed = false;
  /** A visit was ended without a server; it is told as soon as it answers. */
  #wipeOwed = false;
  /** Counts visitors; an answer that arrives after a wipe belongs to nobody. */
  #visitor = 0;

  readonly stage = this.#stage.asReadonly();
  readonly device = this.#device.asReadonly();
  readonly online = this.#online.asReadonly();
  readonly result = this.#result.asReadonly();
  readonly searching = this.#searching.asReadonly();
  readonly failure = this.#failure.asReadonly();
  readonly attention = this.#attention.asReadonly();
  /** The call as the server has it; null when it could not be told. */
  readonly call = this.#call.asReadonly();

  /** Whether there is anything of a visitor on the device. Waiting for an officer is nothing to wipe. */
  readonly inUse = computed(
    () =>
      this.#result() !== null ||
      this.#failure() !== null ||
      this.#visit.begun() ||
      this.#reach.low() ||
      this.#language.current() !== 'vi' ||
      this.#display.contrast() !== 'normal' ||
      this.#display.text() !== 'normal',
  );

  /** Finds out whether this browser is a registered kiosk, and whether the server can be reached. */
  async start(): Promise<void> {
    await this.#session.load();
    try {
      this.#device.set(await this.#api.call(getKiosk, {}));
      this.#stage.set('ready');
      this.#online.set(true);
      // somebody's visit outlived the machine they stood at: a power cut, a crash
      if (this.#session.person() !== null) {
        await this.#tellWipe();
        await this.#session.load();
      }
    } catch (error) {
      this.#refused(asApiFailure(error), 'unregistered');
    }
  }

  /** @returns what kept the kiosk from being activated, or null */
  async activate(registrationCode: string): Promise<ApiFailure | null> {
    try {
      this.#device.set(await this.#api.call(activateKiosk, { body: { registrationCode } }));
      await this.#session.load();
      this.#online.set(true);
      this.#stage.set('ready');
      return null;
    } catch (error) {
      return asApiFailure(error);
    }
  }

  /** Lets staff type a new registration code on a kiosk that was revoked. */
  activateAgain(): void {
    this.#stage.set('unregistered');
  }

  /** Tells the server that the kiosk is alive, and learns whether the server is. */
  async beat(): Promise<void> {
    if (this.#stage() !== 'ready') {
      if (!this.#online()) await this.start();
      return;
    }
    try {
      const body = { appVersion: appVersion(document), parts: this.#parts.state() };
      this.#device.set(await this.#api.call(kioskHeartbeat, { body }));
      this.#online.set(true);
      if (this.#wipeOwed) await this.#tellWipe();
      if (this.#attention()) this.#call.set((await this.#api.call(getCall, {})).call);
    } catch (error) {
      this.#refused(asApiFailure(error), 'revoked');
    }
  }

  async search(lookup: Lookup): Promise<void> {
    if (this.#searching() || this.#stage() !== 'ready') return;
    const visitor = this.#visitor;
    this.#searching.set(true);
    this.#failure.set(null);
    this.#result.set(null);
    try {
      const found = await this.#api.call(kioskTrack, { body: lookup });
      if (visitor !== this.#visitor) return;
      this.#result.set(found);
      await this.show('/ket-qua');
    } catch (error) {
      if (visitor !== this.#visitor) return;
      const failure = asApiFailure(error);
      this.#failure.set(failure);
      this.#refused(failure, 'revoked');
    } finally {
      if (visitor === this.#visitor) this.#searching.set(false);
    }
  }

  /** Goes to another screen in the place of this one. */
  async show(path: string): Promise<void> {
    await this.#router.navigateByUrl(path, { replaceUrl: true });
  }

  /** Takes back the last search: its answer, or what went wrong. */
  forgetSearch(): void {
    this.#result.set(null);
    this.#failure.set(null);
  }

  /**
   * Ends a visit: drops every value, shows the first screen in the place of this one, and loads the document anew so
   * that the memory of the page is gone too. Without a server the new document could not be had; then the values are
   * dropped all the same and the kiosk stays on the first screen.
   *
   * A call for an officer outlives the visit: whoever comes has to see it.
   */
  async wipe(): Promise<void> {
    this.#visitor += 1;
    this.forgetSearch();
    this.#visit.forget();
    this.#reach.reset();
    this.#wipeOwed = true;
    this.#searching.set(false);
    this.#display.setContrast('normal');
    this.#display.setText('normal');
    await this.#texts.switchTo('vi');
    await this.show('/');
    if (this.#stage() === 'ready') await this.beat();
    if (this.#attention()) await this.#session.load();
    this.#reloadOwed = this.#attention();
    if (this.#online() && !this.#reloadOwed) location.replace(document.baseURI);
  }

  /** Shows the call on the whole screen at once, and tells the officers of the place. */
  async callOfficer(): Promise<void> {
    this.#attention.set(true);
    await this.#quietly(async () => this.#call.set(await this.#api.call(callOfficer, { body: {} })));
  }

  /** The officer has come, or is not needed any more. */
  async dismissAttention(): Promise<void> {
    this.#attention.set(false);
    this.#call.set(null);
    await this.#quietly(() => this.#api.call(endCall, { body: {} }));
    if (this.#reloadOwed) await this.wipe();
  }

  async #tellWipe(): Promise<void> {
    await this.#api.call(wipeKiosk, { body: {} });
    this.#wipeOwed = false;
  }

  /** The screen says what matters without the server; a server that is gone is noticed all the same. */
  async #quietly(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#refused(asApiFailure(error), 'revoked');
    }
  }

  #refused(failure: ApiFailure, unknownDevice: KioskStage): void {
    if (failure.kind === 'connection') {
      this.#online.set(false);
    } else if (failure.code === 'session.required') {
      this.#result.set(null);
      this.#stage.set(unknownDevice);
      this.#online.set(true);
    } else if (failure.code === 'session.csrf') {
      void this.#session.load();
    } else if (failure.document.status >= 500) {
      this.#online.set(false);
    }
  }
}
