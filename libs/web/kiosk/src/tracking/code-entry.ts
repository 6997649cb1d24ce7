/** A code or PIN as it is typed on the keypad, key by key. */
export const CODE_LENGTH = { min: 4, max: 60 } as const;
export const PIN_LENGTH = { min: 4, max: 20 } as const;

export function append(value: string, key: string, max: number): string {
  return value.length < max ? value + key : value;
}

export function erase(value: string): string {
  return value.slice(0, -1);
}

/** What a keyboard typed, reduced to what codes are made of. */
export function clean(value: string, max: number): string {
  return value
    .toUpperCase()
    .replace(/[^A-Z0-9.-]/gu, '')
    .slice(0, max);
}
