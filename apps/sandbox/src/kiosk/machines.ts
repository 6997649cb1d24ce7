/** Things that wait at the machines of a hall; each is taken once. Kept in memory: a restart empties every reader. */
export class Waiting<T> {
  readonly #items: { readonly deviceId: string; readonly item: T }[] = [];

  /** @param deviceId - empty: for whichever machine asks first */
  put(deviceId: string, item: T): void {
    this.#items.push({ deviceId, item });
  }

  take(deviceId: string): T | null {
    const at = this.#items.findIndex((each) => each.deviceId === deviceId || each.deviceId === '');
    return at < 0 ? null : (this.#items.splice(at, 1)[0]?.item ?? null);
  }

  get count(): number {
    return this.#items.length;
  }
}

const devicePath = /^\/[a-z-]+\/devices\/([0-9a-f-]{36})\/([a-z]+)$/u;

/** Which machine an address speaks about, and what it asks; null for any other address. */
export function machineOf(path: string): { readonly deviceId: string; readonly action: string } | null {
  const match = devicePath.exec(path);
  return match === null ? null : { deviceId: match[1] ?? '', action: match[2] ?? '' };
}
