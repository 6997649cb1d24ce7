/** Where a page of shares ended. */
export interface SharePosition {
  /** Instant, ISO-8601. */
  readonly sharedAt: string;
  readonly shareId: string;
}

export function encodeSharePosition({ sharedAt, shareId }: SharePosition): string {
  return Buffer.from(`${sharedAt}|${shareId}`).toString('base64url');
}

/** A cursor that was not made here starts from the newest share: it can only come from an edited address. */
export function decodeSharePosition(cursor: string | undefined): SharePosition | null {
  const text = Buffer.from(cursor ?? '', 'base64url').toString('utf8');
  const [, sharedAt = '', shareId = ''] =
    /^([0-9TZ:.-]{24})\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u.exec(text) ?? [];
  return Number.isNaN(Date.parse(sharedAt)) ? null : { sharedAt, shareId };
}
