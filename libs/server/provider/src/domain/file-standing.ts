/** What is said of a file that was made here. */
export type FileStanding = 'valid' | 'superseded' | 'revoked' | 'unknown';

/**
 * How a file stands that was made here as a document, or is given out as one.
 *
 * @param issued - hash of the file that is given out as the document; `as-printed` where that is the paper itself; null while its
 * signature is awaited and nothing may leave the house
 */
export function standingOfFile(sha256: string, issued: string | null, isRevoked: boolean): FileStanding {
  if (issued === null) return 'unknown';
  if (isRevoked) return 'revoked';
  return issued === 'as-printed' || issued === sha256 ? 'valid' : 'superseded';
}
