const prefix = 'mocua.';
export type Preference = 'language' | 'contrast' | 'text';

/** A display preference of this browser; null when none is kept or the browser forbids storage. */
export function readPreference(name: Preference): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    // private windows may throw on any access; the default is right then
    return null;
  }
}

export function writePreference(name: Preference, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // the choice then holds for this page only, which is what the person sees
    return;
  }
}
