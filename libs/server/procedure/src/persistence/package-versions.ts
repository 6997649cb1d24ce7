import { Injectable } from '@nestjs/common';
import type { CompiledProcess } from '@mocua/engine/process';
import { Database, uniqueViolation } from '@mocua/server/kernel';
import type { CatalogueEntry } from '../domain/catalogue-entry';
import type { PackageSource } from '../domain/package-source';

/** What tells one published version from another. */
export interface VersionKey {
  readonly code: string;
  readonly version: number;
  /** SHA-256, hex. */
  readonly hash: string;
}

export interface StoredPackage extends VersionKey {
  readonly content: PackageSource;
  readonly process: CompiledProcess;
}

export interface VersionToStore extends StoredPackage {
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly publishedAt: string;
}

/** Published versions; rows are only ever added. */
@Injectable()
export class PackageVersions {
  constructor(private readonly database: Database) {}

  /** False when this version exists already; then nothing is changed. */
  async add(row: VersionToStore): Promise<boolean> {
    try {
      await this.database.query(
        `INSERT INTO procedure.package_versions
           (code, version, hash, content, process, effective_from, effective_to, published_at)
         VALUES ($1, $2, decode($3, 'hex'), $4::jsonb, $5::jsonb, $6::date, $7::date, $8::timestamptz)`,
        [
          row.code,
          row.version,
          row.hash,
          JSON.stringify(row.content),
          JSON.stringify(row.process),
          row.effectiveFrom,
          row.effectiveTo,
          row.publishedAt,
        ],
      );
      return true;
    } catch (error) {
      if (uniqueViolation(error) === 'package_versions_pkey') return false;
      throw error;
    }
  }

  hashOf(code: string, version: number): Promise<VersionKey | null> {
    return this.database.one<VersionKey>(
      `SELECT code, version, encode(hash, 'hex') AS hash FROM procedure.package_versions WHERE code = $1 AND version = $2`,
      [code, version],
    );
  }

  load(code: string, version: number): Promise<StoredPackage | null> {
    return this.database.one<StoredPackage>(
      `SELECT code, version, encode(hash, 'hex') AS hash, content, process
         FROM procedure.package_versions WHERE code = $1 AND version = $2`,
      [code, version],
    );
  }

  /** The version of one procedure in force on a day: the one that began last. */
  inForce(code: string, onDate: string): Promise<VersionKey | null> {
    return this.database.one<VersionKey>(
      `SELECT code, version, encode(hash, 'hex') AS hash
         FROM (SELECT code, version, hash, effective_to
                 FROM procedure.package_versions
                WHERE code = $1 AND effective_from <= $2::date
                ORDER BY effective_from DESC, version DESC LIMIT 1) latest
        WHERE effective_to IS NULL OR effective_to >= $2::date`,
      [code, onDate],
      'procedure-in-force',
    );
  }

  /** The same for every procedure. */
  allInForce(onDate: string): Promise<readonly VersionKey[]> {
    return this.database.query<VersionKey>(
      `SELECT code, version, encode(hash, 'hex') AS hash
         FROM (SELECT DISTINCT ON (code) code, version, hash, effective_to
                 FROM procedure.package_versions
                WHERE effective_from <= $1::date
                ORDER BY code, effective_from DESC, version DESC) latest
        WHERE effective_to IS NULL OR effective_to >= $1::date
        ORDER BY code`,
      [onDate],
      'procedures-in-force',
    );
  }

  /** Catalogue entries of the given versions, without forms and processes. */
  entries(
    hashes: readonly string[],
  ): Promise<readonly { readonly hash: string; readonly entry: CatalogueEntry }[]> {
    return this.database.query<{ hash: string; entry: CatalogueEntry }>(
      `SELECT encode(hash, 'hex') AS hash, content -> 'entry' AS entry
         FROM procedure.package_versions WHERE hash IN (SELECT decode(wanted, 'hex') FROM unnest($1::text[]) wanted)`,
      [hashes],
    );
  }
}
