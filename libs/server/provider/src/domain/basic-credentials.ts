/**
 * Client id and secret of an `Authorization: Basic` header, each percent-encoded before the encoding in base64 (RFC 6749,
 * 2.3.1); null when the header is no such thing.
 */
export function basicCredentials(header: string | undefined): { clientId: string; secret: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/]{1,2000}={0,2})$/iu.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) return null;
  const [clientId, secret] = [decoded(text.slice(0, colon)), decoded(text.slice(colon + 1))];
  return clientId === null || secret === null ? null : { clientId, secret };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
