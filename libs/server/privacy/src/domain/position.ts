/** Keyset cursor over an instant and an id. */
export interface Position {
  readonly at: string;
  readonly id: string;
}

export function encodePosition(position: Position): string {
  return Buffer.from(`${position.at}|${position.id}`).toString('base64url');
}

/** A cursor that was not made here starts from the beginning: it can only come from an edited address. */
export function decodePosition(cursor: string | undefined): Position | null {
  const [at = '', id = ''] = Buffer.from(cursor ?? '', 'base64url')
    .toString('utf8')
    .split('|');
  return Number.isNaN(Date.parse(at)) || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)
    ? null
    : { at: new Date(at).toISOString(), id };
}
