import { inject, Injectable } from '@angular/core';
import { Language } from '@mocua/web/kernel';
import { KioskSession } from '../session/kiosk-session';

/** Says a sentence aloud where the machine has a voice in the language; where it has none, nothing is missing on screen. */
@Injectable({ providedIn: 'root' })
export class SpokenCountdown {
  readonly #session = inject(KioskSession);
  readonly #language = inject(Language);

  say(sentence: string): void {
    const volume = this.#session.device()?.volume ?? 0;
    if (volume === 0 || sentence === '' || !('speechSynthesis' in globalThis)) return;
    const language = this.#language.current();
    const voice = speechSynthesis.getVoices().find((each) => each.lang.toLowerCase().startsWith(language));
    if (voice === undefined) return;
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.volume = volume / 100;
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
  }

  hush(): void {
    if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
  }
}
