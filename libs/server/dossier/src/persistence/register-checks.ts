import { Injectable } from '@nestjs/common';
import type { DossierId, PartyId, RegisterName } from '@mocua/contract';
import { Database } from '@mocua/server/kernel';

export interface RegisterCheck {
  readonly register: RegisterName;
  readonly outcome: 'matches' | 'differs' | 'not-found' | 'down';
  /** Ids of the fields whose values are not what the register says. */
  readonly differing: readonly string[];
  readonly lookupId: string | null;
  readonly at: Date;
  readonly by: PartyId;
  /** Unit and role of the officer. */
  readonly label: string;
}

/** Rows of `dossier.register_checks`. */
@Injectable()
export class RegisterChecks {
  constructor(private readonly database: Database) {}

  /** The last check of each register. */
  lastOf(dossierId: DossierId): Promise<RegisterCheck[]> {
    return this.database.query<RegisterCheck & Record<string, unknown>>(
      `SELECT DISTINCT ON (register) register, outcome, differing, lookup_id AS "lookupId", checked_at AS at, checked_by AS by,
              checked_label AS label
         FROM dossier.register_checks WHERE dossier_id = $1 ORDER BY register, outcome = 'down', checked_at DESC, check_id DESC`,
      [dossierId],
      'register-checks-last',
    );
  }

  /** A register that has answered is settled: of two officers who ask at the same time, the first one counts. */
  async add(checkId: string, dossierId: DossierId, check: RegisterCheck): Promise<void> {
    const { register, outcome, differing, lookupId, at, by, label } = check;
    await this.database.query(
      `INSERT INTO dossier.register_checks
         (check_id, dossier_id, register, outcome, differing, lookup_id, checked_at, checked_by, checked_label)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [checkId, dossierId, register, outcome, JSON.stringify(differing), lookupId, at, by, label],
      'register-checks-add',
    );
  }
}
