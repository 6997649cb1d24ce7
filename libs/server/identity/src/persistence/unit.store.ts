import { Injectable } from '@nestjs/common';
import type { UnitId } from '@mocua/contract';
import { Database, type SqlExecutor } from '@mocua/server/kernel';
import type { Unit, UnitKind, UnitSuccession } from '../domain/unit';
import { UnitTree } from '../domain/unit-tree';

interface UnitRow {
  unit_id: UnitId;
  parent_id: UnitId | null;
  kind: UnitKind;
  level_code: string;
  name: string;
  short_name: string;
  agency_identifier: string | null;
  calendar_id: string;
  address: string;
  keeps_registers: boolean;
  valid_from: string;
  valid_to: string | null;
}
interface SuccessionRow {
  predecessor_id: UnitId;
  successor_id: UnitId;
  kind: UnitSuccession['kind'];
  effective_from: string;
  ground: string;
}

/** Units, successions and the version that tells other processes that the tree has changed. */
@Injectable()
export class UnitStore {
  constructor(private readonly database: Database) {}

  async version(executor: SqlExecutor = this.database): Promise<number> {
    const row = await executor.one<{ version: string }>(
      'SELECT version FROM identity.unit_tree',
      [],
      'unit-version',
    );
    return Number(row?.version ?? 0);
  }

  async load(): Promise<UnitTree> {
    return this.database.transaction(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const units = await tx.query<UnitRow>(
        `SELECT unit_id, parent_id, kind, level_code, name, short_name, agency_identifier, calendar_id, address,
                keeps_registers, valid_from::text, valid_to::text
         FROM identity.units ORDER BY name`,
      );
      const successions = await tx.query<SuccessionRow>(
        'SELECT predecessor_id, successor_id, kind, effective_from::text, ground FROM identity.unit_successions',
      );
      return new UnitTree(await this.version(tx), units.map(toUnit), successions.map(toSuccession));
    });
  }

  /** Inserts or replaces a unit. */
  async save(tx: SqlExecutor, unit: Unit): Promise<void> {
    await tx.query(
      `INSERT INTO identity.units (unit_id, parent_id, kind, level_code, name, short_name, agency_identifier,
         calendar_id, address, keeps_registers, valid_from, valid_to)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (unit_id) DO UPDATE SET parent_id = EXCLUDED.parent_id, kind = EXCLUDED.kind,
         level_code = EXCLUDED.level_code, name = EXCLUDED.name, short_name = EXCLUDED.short_name,
         agency_identifier = EXCLUDED.agency_identifier, calendar_id = EXCLUDED.calendar_id,
         address = EXCLUDED.address, keeps_registers = EXCLUDED.keeps_registers,
         valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to`,
      [
        unit.unitId,
        unit.parentId,
        unit.kind,
        unit.levelCode,
        unit.name,
        unit.shortName,
        unit.agencyIdentifier,
        unit.calendarId,
        unit.address,
        unit.keepsRegisters,
        unit.validFrom,
        unit.validTo,
      ],
    );
  }

  async saveSuccession(tx: SqlExecutor, step: UnitSuccession): Promise<void> {
    await tx.query(
      `INSERT INTO identity.unit_successions (predecessor_id, successor_id, kind, effective_from, ground)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [step.predecessorId, step.successorId, step.kind, step.effectiveFrom, step.ground],
    );
  }

  /** Must be called in every transaction that changes units or successions; also serialises such changes. */
  async advanceVersion(tx: SqlExecutor): Promise<void> {
    await tx.query('UPDATE identity.unit_tree SET version = version + 1');
  }
}

function toUnit(row: UnitRow): Unit {
  return {
    unitId: row.unit_id,
    parentId: row.parent_id,
    kind: row.kind,
    levelCode: row.level_code,
    name: row.name,
    shortName: row.short_name,
    agencyIdentifier: row.agency_identifier,
    calendarId: row.calendar_id,
    address: row.address,
    keepsRegisters: row.keeps_registers,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

function toSuccession(row: SuccessionRow): UnitSuccession {
  return {
    predecessorId: row.predecessor_id,
    successorId: row.successor_id,
    kind: row.kind,
    effectiveFrom: row.effective_from,
    ground: row.ground,
  };
}
