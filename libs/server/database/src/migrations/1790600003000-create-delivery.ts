import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parcels that the post has taken the order of, and what it told of them. Whom they go to lies sealed with the dossier. */
export class CreateDelivery1790600003000 implements MigrationInterface {
  readonly name = 'CreateDelivery1790600003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS delivery;

      CREATE TABLE delivery.parcels (
        parcel_id uuid PRIMARY KEY,
        dossier_id uuid NOT NULL,
        reference text NOT NULL CONSTRAINT parcels_reference_unique UNIQUE,
        tracking_number text NOT NULL,
        ordered_at timestamptz NOT NULL,
        look_up_at timestamptz
      );
      CREATE INDEX parcels_to_look_up ON delivery.parcels (look_up_at) WHERE look_up_at IS NOT NULL;

      CREATE TABLE delivery.tracking_points (
        parcel_id uuid NOT NULL REFERENCES delivery.parcels,
        point_id text NOT NULL,
        at timestamptz NOT NULL,
        step text NOT NULL CONSTRAINT tracking_points_step_known
          CHECK (step IN ('ordered', 'collected', 'on-the-way', 'delivered', 'not-delivered', 'returned')),
        place text,
        CONSTRAINT tracking_points_pkey PRIMARY KEY (parcel_id, point_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA delivery CASCADE');
  }
}
