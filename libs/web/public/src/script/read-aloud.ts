/** Sentences are given to the voice one by one: long texts fall silent in some browsers. */
const sentenceEnd = /(?<=[.!?;:])\s+|\n+/u;

/**
 * Shows the button that reads the page aloud where this browser has a voice for the language of the page. Nothing is ever
 * read before somebody asks for it.
 */
export function wireReadAloud(page: Document): void {
  const button = page.querySelector<HTMLButtonElement>('button[data-mc=read]');
  const text = page.querySelector<HTMLElement>('[data-mc=readable]');
  if (button === null || text === null || !('speechSynthesis' in window)) return;
  const offer = () => {
    const voice = voiceFor(page.documentElement.lang);
    if (voice !== null) button.classList.add('mc-ready');
  };
  offer();
  speechSynthesis.addEventListener('voiceschanged', offer);
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) stop(button);
    else read(button, text, page.documentElement.lang);
  });
  // a voice that goes on over the next page cannot be stopped there
  window.addEventListener('pagehide', () => speechSynthesis.cancel());
}

function voiceFor(language: string): SpeechSynthesisVoice | null {
  return speechSynthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language)) ?? null;
}

function read(button: HTMLButtonElement, text: HTMLElement, language: string): void {
  const voice = voiceFor(language);
  const sentences = text.innerText.split(sentenceEnd).filter((sentence) => sentence.trim() !== '');
  say(button, true);
  for (const [index, sentence] of sentences.entries()) {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.lang = language;
    utterance.voice = voice;
    if (index === sentences.length - 1) utterance.onend = () => say(button, false);
    speechSynthesis.speak(utterance);
  }
}

function stop(button: HTMLButtonElement): void {
  speechSynthesis.cancel();
  say(button, false);
}

function say(button: HTMLButtonElement, reading: boolean): void {
  const { start = '', stop: end = '' } = button.dataset;
  button.textContent = reading ? end : start;
  button.setAttribute('aria-pressed', String(reading));
}
