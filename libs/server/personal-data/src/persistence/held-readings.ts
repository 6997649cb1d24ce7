import type { SqlExecutor } from '@mocua/server/kernel';
import type { HeldReadings } from '../domain/reading-cut';

/**
 * Whose readings somebody is working with: those of people whose request about their data nobody has answered yet, and those of
 * everybody while a breach is not fixed, because who looked at what may be the only trace of it.
 */
export async function heldReadings(sql: SqlExecutor): Promise<HeldReadings> {
  const breach = await sql.one(
    `SELECT 1 FROM personal_data.breaches b
      WHERE b.content ->> 'fixedAt' IS NULL AND NOT EXISTS (
        SELECT 1 FROM personal_data.breaches later WHERE later.breach_id = b.breach_id AND later.version > b.version)
      LIMIT 1`,
  );
  const people = await sql.query<{ id: string }>(
    `SELECT DISTINCT party_id AS id FROM personal_data.rights_requests WHERE state IN ('filed', 'acknowledged')`,
  );
  return { everybody: breach !== null, subjects: new Set(people.map((row) => row.id)) };
}
