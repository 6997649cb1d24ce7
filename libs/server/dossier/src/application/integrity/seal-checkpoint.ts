import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ReceiptSigner } from '@mocua/server/document';
import { Clock, Config, Database } from '@mocua/server/kernel';
import { Readings } from '@mocua/server/personal-data';
import { type CheckpointContent, CheckpointFiles } from './checkpoint-files';

/** Seals the ends of all dossier streams and reading streams, so that a later rewriting of the database shows. */
@Injectable()
export class SealCheckpoint {
  private readonly files: CheckpointFiles;

  constructor(
    private readonly database: Database,
    private readonly readings: Readings,
    private readonly signer: ReceiptSigner,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.files = new CheckpointFiles(join(config.dataDir, 'checkpoints'));
  }

  /** Number of the new checkpoint; null when nothing moved or another process is sealing. */
  async execute(): Promise<number | null> {
    return this.database.transaction(async (tx) => {
      const lock = await tx.one<{ taken: boolean }>(
        `SELECT pg_try_advisory_xact_lock(hashtext('mocua-checkpoint')) AS taken`,
      );
      if (!lock?.taken) return null;
      const last = await tx.one<{ seq: string; horizon: string; hash: string }>(
        `SELECT checkpoint_seq::text AS seq, horizon::text AS horizon, encode(hash, 'hex') AS hash
           FROM dossier.checkpoints ORDER BY checkpoint_seq DESC LIMIT 1`,
      );
      const now = await tx.one<{ horizon: string }>(
        `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon`,
      );
      const horizon = now?.horizon ?? '0';
      const heads = await tx.query<{ dossier_id: string; seq: number; hash: string }>(
        `SELECT DISTINCT ON (dossier_id) dossier_id, seq, encode(hash, 'hex') AS hash FROM dossier.events
          WHERE xid >= $1::xid8 AND xid < $2::xid8 ORDER BY dossier_id, seq DESC`,
        [last?.horizon ?? '0', horizon],
      );
      const readings = (await this.readings.heads()).map(
        (head) => [head.streamId, head.seq, head.hash] as const,
      );
      if (heads.length === 0 && !(await this.haveMoved(readings))) return null;
      const content: CheckpointContent = {
        type: 'mocua.checkpoint.1',
        seq: Number(last?.seq ?? 0) + 1,
        takenAt: this.clock.iso(),
        horizon,
        previous: last?.hash ?? null,
        dossiers: heads.map((head) => [head.dossier_id, head.seq, head.hash] as const),
        readings,
      };
      const signed = this.signer.sign(content);
      // The file first: a row without its file would look like a checkpoint that somebody removed.
      await this.files.write(content.seq, signed);
      await tx.query(
        `INSERT INTO dossier.checkpoints (checkpoint_seq, taken_at, horizon, hash) VALUES ($1, $2, $3::xid8, decode($4, 'hex'))`,
        [content.seq, content.takenAt, horizon, signed.sha256],
      );
      return content.seq;
    });
  }

  /** Whether somebody read something since the last checkpoint; looking at dossiers changes none of them. */
  private async haveMoved(readings: CheckpointContent['readings']): Promise<boolean> {
    const last = await this.files.latest();
    const sealed = last ? (JSON.parse(last.canonical) as CheckpointContent).readings : [];
    const known = new Set(sealed.map(([, , hash]) => hash));
    return readings.some(([, , hash]) => !known.has(hash));
  }
}
