import { createHash, randomBytes } from 'node:crypto';
import type { PartyId } from '@mocua/contract';
import { type Database, newId } from '@mocua/server/kernel';

/** Headers of a signed-in browser. */
export interface BenchSession {
  readonly partyId: PartyId;
  readonly headers: Readonly<Record<string, string>>;
}

/** Puts a session beside the ones that log-ins make, so that every measured request is authenticated as in life. */
export async function openSession(
  database: Database,
  audience: 'citizen' | 'officer',
  partyId: PartyId,
  headers: Readonly<Record<string, string>>,
): Promise<BenchSession> {
  const token = randomBytes(32).toString('base64url');
  const csrf = randomBytes(32).toString('base64url');
  const now = new Date();
  await database.query(
    `INSERT INTO identity.sessions (session_id, token_hash, audience, party_id, level, csrf_token, created_at, last_seen_at)
     VALUES ($1, $2, $3, $4, 'L2', $5, $6, $6)`,
    [newId(now), createHash('sha256').update(token).digest(), audience, partyId, csrf, now],
  );
  return { partyId, headers: { cookie: `mocua_${audience}=${token}`, 'x-csrf-token': csrf, ...headers } };
}
