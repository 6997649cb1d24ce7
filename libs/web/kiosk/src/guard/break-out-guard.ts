/** Keys that work on text and lead nowhere else. */
const plainKeys = new Set([
  'Backspace',
  'Delete',
  'Enter',
  'Escape',
  'Tab',
  'Shift',
  'CapsLock',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Process',
  'Dead',
  'Unidentified',
]);

/** What of a key press decides whether the page lets the browser have it. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  getModifierState(name: string): boolean;
}

/** Whether a key may reach the browser: letters, signs and moves; no shortcut, no function key, nothing unknown. */
export function isHarmlessKey(event: KeyPress): boolean {
  if (event.isComposing) return true;
  // some keyboards write signs with AltGr, which browsers report as Ctrl and Alt
  const writes = event.getModifierState('AltGraph') && [...event.key].length === 1;
  if ((event.ctrlKey || event.altKey || event.metaKey) && !writes) return false;
  return [...event.key].length === 1 || plainKeys.has(event.key);
}

/** Events by which a person, or a page they brought along, would get out of the machine or leave something in it. */
const forbidden = [
  'contextmenu',
  'dragstart',
  'dragover',
  'drop',
  'auxclick',
  'copy',
  'cut',
  'paste',
  'beforeinstallprompt',
  'gesturestart',
] as const;

/**
 * Keeps the browser to this one page. What a page cannot hold back (keys of the operating system, the power button) is for
 * the set-up of the machine, see docs/operations/kiosk.md.
 */
export function guardAgainstBreakOut(view: Window): () => void {
  const refuse = (event: Event) => event.preventDefault();
  const key = (event: KeyboardEvent) => {
    if (!isHarmlessKey(event)) event.preventDefault();
  };
  const wheel = (event: WheelEvent) => {
    if (event.ctrlKey) event.preventDefault();
  };
  const click = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href], area[href]') : null;
    const leads = link?.getAttribute('href') ?? '';
    // links within the page move the focus; every other one would leave it
    if (link !== null && !leads.startsWith('#')) event.preventDefault();
  };
  const submit = (event: SubmitEvent) => event.preventDefault();
  const options = { capture: true };
  for (const name of forbidden) view.addEventListener(name, refuse, { ...options, passive: false });
  view.addEventListener('keydown', key, options);
  view.addEventListener('wheel', wheel, { ...options, passive: false });
  view.addEventListener('click', click, options);
  view.addEventListener('submit', submit, options);
  view.open = () => null;
  return () => {
    for (const name of forbidden) view.removeEventListener(name, refuse, options);
    view.removeEventListener('keydown', key, options);
    view.removeEventListener('wheel', wheel, options);
    view.removeEventListener('click', click, options);
    view.removeEventListener('submit', submit, options);
  };
}
