import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Systems of other agencies, their secrets and tokens (hashes only), and what was sent to their webhooks. An event that is
 * sent holds codes, states and instants.
 */
export class CreateProvider1790600001500 implements MigrationInterface {
  readonly name = 'CreateProvider1790600001500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA provider;

      CREATE TABLE provider.clients (
        client_id text PRIMARY KEY,
        name text NOT NULL,
        agency text NOT NULL,
        state text NOT NULL DEFAULT 'active',
        scopes text[] NOT NULL,
        procedure_codes text[] NOT NULL,
        registered_by uuid NOT NULL,
        registered_at timestamptz NOT NULL,
        revoked_at timestamptz,
        last_used_at timestamptz,
        CONSTRAINT clients_state_known CHECK (state IN ('active', 'revoked'))
      );

      CREATE TABLE provider.client_secrets (
        client_id text NOT NULL,
        secret_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        ends_at timestamptz,
        CONSTRAINT client_secrets_pkey PRIMARY KEY (client_id, secret_hash),
        CONSTRAINT client_secrets_hash_length CHECK (octet_length(secret_hash) = 32)
      );

      CREATE TABLE provider.access_tokens (
        token_hash bytea PRIMARY KEY,
        client_id text NOT NULL,
        scopes text[] NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT access_tokens_hash_length CHECK (octet_length(token_hash) = 32)
      );
      CREATE INDEX access_tokens_of_client ON provider.access_tokens (client_id);
      CREATE INDEX access_tokens_age ON provider.access_tokens (expires_at);

      CREATE TABLE provider.subscriptions (
        subscription_id uuid PRIMARY KEY,
        client_id text NOT NULL,
        url text NOT NULL,
        event_types text[] NOT NULL,
        state text NOT NULL DEFAULT 'active',
        end_reason text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT subscriptions_state_known CHECK (state IN ('active', 'ended')),
        CONSTRAINT subscriptions_end_reason_known CHECK (end_reason IN ('gone', 'officer'))
      );
      CREATE INDEX subscriptions_of_client ON provider.subscriptions (client_id, created_at);

      CREATE TABLE provider.deliveries (
        delivery_id uuid PRIMARY KEY,
        subscription_id uuid NOT NULL,
        client_id text NOT NULL,
        dossier_id uuid NOT NULL,
        event_id uuid NOT NULL,
        event jsonb NOT NULL,
        state text NOT NULL DEFAULT 'pending',
        tries integer NOT NULL DEFAULT 0,
        last_status integer,
        last_error text,
        last_tried_at timestamptz,
        next_try_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT deliveries_once UNIQUE (subscription_id, event_id),
        CONSTRAINT deliveries_state_known CHECK (state IN ('pending', 'delivered', 'failed', 'cancelled'))
      );
      CREATE INDEX deliveries_newest ON provider.deliveries (client_id, delivery_id DESC);
      CREATE INDEX deliveries_by_state ON provider.deliveries (client_id, state, delivery_id DESC);
      CREATE INDEX deliveries_age ON provider.deliveries (created_at);

      CREATE INDEX documents_by_hash ON document.documents (sha256);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA provider CASCADE; DROP INDEX document.documents_by_hash;');
  }
}
