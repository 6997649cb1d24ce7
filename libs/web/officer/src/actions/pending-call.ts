/** A command on its way: what was sent under which key, until an answer has come. */
export interface PendingCall<B> {
  readonly key: string;
  readonly body: B;
  readonly typed: string;
}

/**
 * What to send when the officer presses the button (again). While no answer has come to the same input, the very same
 * body goes out under the same key: if the first one did arrive, the server answers it a second time and does nothing
 * twice. Other input, or an answer in between, makes a new intent with a new key.
 *
 * @param typed - what the officer put in, without the version of the dossier
 * @param version - version of the dossier on the screen
 */
export function nextCall<I extends object>(
  pending: PendingCall<I & { version: number }> | null,
  typed: I,
  version: number,
  newKey: () => string,
): PendingCall<I & { version: number }> {
  const written = JSON.stringify(typed);
  if (pending?.typed === written) return pending;
  return { key: newKey(), body: { ...typed, version }, typed: written };
}
