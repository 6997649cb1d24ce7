import type { Database } from '@mocua/server/kernel';
import type { PurposeCode } from '../domain/purposes/purpose';

/** One decision of a person about one purpose. */
export interface ConsentEntry {
  readonly consentId: string;
  readonly partyId: string;
  readonly purpose: PurposeCode;
  /** Version of the text that stood before the person. */
  readonly textVersion: number;
  /** SHA-256 of that text in Vietnamese, hex: what was agreed to can be proved. */
  readonly textHash: string;
  readonly decision: 'given' | 'withdrawn';
  readonly method: 'portal' | 'kiosk' | 'counter';
  /** The person, or who acts for them. */
  readonly decidedBy: string;
  readonly at: string;
}

interface Row {
  readonly consent_id: string;
  readonly party_id: string;
  readonly purpose: PurposeCode;
  readonly text_version: number;
  readonly text_hash: string;
  readonly decision: ConsentEntry['decision'];
  readonly method: ConsentEntry['method'];
  readonly decided_by: string;
  readonly decided_at: Date;
}

const columns = `consent_id, party_id, purpose, text_version, encode(text_hash, 'hex') AS text_hash, decision, method,
  decided_by, decided_at`;

/** Rows of `personal_data.consents`; the table only grows. */
export class ConsentRows {
  constructor(private readonly database: Database) {}

  async append(entry: ConsentEntry): Promise<void> {
    await this.database.query(
      `INSERT INTO personal_data.consents
         (consent_id, party_id, purpose, text_version, text_hash, decision, method, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8, $9)`,
      [
        entry.consentId,
        entry.partyId,
        entry.purpose,
        entry.textVersion,
        entry.textHash,
        entry.decision,
        entry.method,
        entry.decidedBy,
        entry.at,
      ],
    );
  }

  /** The last word of a person about each purpose they ever decided on. */
  async latestOf(partyId: string): Promise<ConsentEntry[]> {
    const rows = await this.database.query<Row>(
      `SELECT DISTINCT ON (purpose) ${columns} FROM personal_data.consents WHERE party_id = $1
       ORDER BY purpose, seq DESC`,
      [partyId],
    );
    return rows.map(toEntry);
  }

  /** Those of these entries that said yes and that the person has not taken back since. */
  async notTakenBack(consentIds: readonly string[]): Promise<ConsentEntry[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM personal_data.consents given
        WHERE consent_id = ANY($1::uuid[]) AND decision = 'given' AND NOT EXISTS (
          SELECT 1 FROM personal_data.consents later WHERE later.party_id = given.party_id
            AND later.purpose = given.purpose AND later.seq > given.seq AND later.decision = 'withdrawn')`,
      [consentIds],
    );
    return rows.map(toEntry);
  }

  /** Every decision, newest first. */
  async historyOf(partyId: string, limit = 200): Promise<ConsentEntry[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM personal_data.consents WHERE party_id = $1
       ORDER BY seq DESC LIMIT $2`,
      [partyId, limit],
    );
    return rows.map(toEntry);
  }
}

function toEntry(row: Row): ConsentEntry {
  return {
    consentId: row.consent_id,
    partyId: row.party_id,
    purpose: row.purpose,
    textVersion: row.text_version,
    textHash: row.text_hash,
    decision: row.decision,
    method: row.method,
    decidedBy: row.decided_by,
    at: row.decided_at.toISOString(),
  };
}
