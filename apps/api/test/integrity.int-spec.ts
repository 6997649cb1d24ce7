import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  downloadOfficerDocument,
  getInbox,
  getMyDossier,
  getOfficerDossier,
  type DossierId,
  receiveDossier,
  withdrawDossier,
} from '@mocua/contract';
import { replay, type StoredEvent, upcast } from '@mocua/engine/dossier';
import { type IntegrityFault, SealCheckpoint, VerifyDossiers } from '@mocua/server/dossier';
import { demoPartyId } from '@mocua/server/identity';
import { demoOrganisations, demoPeople } from '@mocua/server/identity/demo';
import { SubjectVault } from '@mocua/server/personal-data';
import canonicalize from 'canonicalize';
import { ApiHarness, ok, type Session } from './api-harness';
import { aFiling } from './filing.builder';
import { makeMixedSet, planted } from './mixed-set';

let api: ApiHarness;
let lam: Session;
let oneStop: Session;
let made: ReadonlyMap<string, DossierId>;

beforeAll(async () => {
  api = await ApiHarness.start();
  lam = await api.citizen('lam');
  oneStop = await api.officer('hanh', 'dong-sen-one-stop');
  made = await makeMixedSet(api);
}, 180_000);
afterAll(() => api.close());

async function receive(dossierId: DossierId) {
  return ok(await api.call(receiveDossier, { as: oneStop, params: { dossierId }, body: { version: 1 } }));
}

function the(name: string): DossierId {
  const id = made.get(name);
  if (!id) throw new Error(name);
  return id;
}

async function faults(): Promise<Pick<IntegrityFault, 'kind' | 'dossierId' | 'seq'>[]> {
  const report = await api.get(VerifyDossiers).execute();
  return report.faults.map(({ kind, dossierId, seq }) => ({ kind, dossierId, seq }));
}

const tables = [
  'dossier.events',
  'dossier.dossiers',
  'dossier.checkpoints',
  'personal_data.sealed_values',
  'personal_data.readings',
];
const backup = (table: string): string => `backup_${table.replace('.', '_')}`;

/** Everything as it is now, to come back to after a manipulation. */
async function remember(): Promise<void> {
  for (const table of tables)
    await api.db.database.query(
      `DROP TABLE IF EXISTS ${backup(table)}; CREATE TABLE ${backup(table)} AS TABLE ${table}`,
    );
}
async function restore(): Promise<void> {
  for (const table of tables) {
    await api.db.database.query(
      `DELETE FROM ${table}; INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM ${backup(table)}`,
    );
  }
}

interface EventRow extends StoredEvent {
  readonly hash: string;
}

async function eventsOf(dossierId: DossierId): Promise<EventRow[]> {
  const rows = await api.db.database.query<EventRow & { at: Date } & Record<string, unknown>>(
    `SELECT dossier_id AS "dossierId", seq, type, schema_version AS "schemaVersion", occurred_at AS at, actor, payload, encode(hash, 'hex') AS hash
       FROM dossier.events WHERE dossier_id = $1 ORDER BY seq`,
    [dossierId],
  );
  return rows.map(({ at, ...row }) => ({ ...row, occurredAt: at.toISOString() }));
}

/** What somebody with the whole database and our source can do: hash everything anew and refit head and state. */
async function refit(dossierId: DossierId): Promise<void> {
  const events = await eventsOf(dossierId);
  let previous = '0'.repeat(64);
  for (const { seq, type, schemaVersion, occurredAt, actor, payload } of events) {
    const covered = canonicalize({ dossierId, seq, type, schemaVersion, occurredAt, actor, payload }) ?? '';
    const hash = createHash('sha256').update(previous, 'hex').update(covered).digest('hex');
    await api.db.database.query(
      `UPDATE dossier.events SET prev_hash = decode($3, 'hex'), hash = decode($4, 'hex') WHERE dossier_id = $1 AND seq = $2`,
      [dossierId, seq, previous, hash],
    );
    previous = hash;
  }
  const state = replay(events.map((event) => upcast(event)));
  await api.db.database.query(
    `UPDATE dossier.dossiers SET head_hash = decode($2, 'hex'), state = $3::jsonb, version = $4 WHERE dossier_id = $1`,
    [dossierId, previous, JSON.stringify(state), events.length],
  );
}

const sql = (text: string, ...params: unknown[]) => api.db.database.query(text, params);

describe('verify', () => {
  it('finds everything equal on a mixed set', async () => {
    const report = await api.get(VerifyDossiers).execute();
    expect(report.faults).toEqual([]);
    expect(report.dossiers).toBe(made.size);
    expect(report.events).toBeGreaterThan(25);
    expect(report.readings).toBeGreaterThan(5);
  });

  it('finds nothing wrong while the office is at work', async () => {
    let working = true;
    const work = (async () => {
      while (working) {
        const dossierId = await aFiling(api, lam).dossierId();
        const { version } = await receive(dossierId);
        ok(
          await api.call(withdrawDossier, {
            as: lam,
            params: { dossierId },
            body: { version, reason: 'Không cần nữa.' },
          }),
        );
      }
    })();
    const seen = [];
    for (let round = 0; round < 12; round += 1) seen.push(...(await faults()));
    working = false;
    await work;
    expect(seen).toEqual([]);
  }, 60_000);

  describe('names the first bad entry', () => {
    beforeAll(remember);
    afterEach(restore);

    it('after an edit of a payload, and of what stands around it', async () => {
      const dossierId = the('returned');
      const edits = [
        `payload = payload || '{"note": null}'`,
        `occurred_at = occurred_at + interval '1 second'`,
        `type = 'clock-started'`,
        `actor = '{"kind": "system", "job": "timers"}'`,
        `schema_version = 0`,
      ];
      for (const edit of edits) {
        await sql(`UPDATE dossier.events SET ${edit} WHERE dossier_id = $1 AND seq IN (2, 4)`, dossierId);
        expect([edit, await faults()]).toEqual([edit, [{ kind: 'event-changed', dossierId, seq: 2 }]]);
        await restore();
      }
    });

    it('after a deletion at the beginning and in the middle', async () => {
      const dossierId = the('returned');
      for (const seq of [1, 3]) {
        await sql('DELETE FROM dossier.events WHERE dossier_id = $1 AND seq = $2', dossierId, seq);
        expect(await faults()).toEqual([{ kind: 'event-missing', dossierId, seq }]);
        await restore();
      }
    });

    it('after a deletion with the gap closed', async () => {
      const dossierId = the('returned');
      await sql('DELETE FROM dossier.events WHERE dossier_id = $1 AND seq = 3', dossierId);
      await sql('UPDATE dossier.events SET seq = -(seq - 1) WHERE dossier_id = $1 AND seq > 3', dossierId);
      await sql('UPDATE dossier.events SET seq = -seq WHERE dossier_id = $1 AND seq < 0', dossierId);
      expect(await faults()).toEqual([{ kind: 'chain-broken', dossierId, seq: 3 }]);
    });

    it('after a reordering', async () => {
      const dossierId = the('returned');
      await sql(
        'UPDATE dossier.events SET seq = CASE seq WHEN 5 THEN -6 ELSE -5 END WHERE dossier_id = $1 AND seq IN (5, 6)',
        dossierId,
      );
      await sql('UPDATE dossier.events SET seq = -seq WHERE dossier_id = $1 AND seq < 0', dossierId);
      expect(await faults()).toEqual([{ kind: 'chain-broken', dossierId, seq: 5 }]);
    });

    it('after an edit of the stored state, the head, or a sealed value', async () => {
      const dossierId = the('withdrawn');
      await sql(
        `UPDATE dossier.dossiers SET state = jsonb_set(state, '{processing}', '"done"') WHERE dossier_id = $1`,
        dossierId,
      );
      expect(await faults()).toEqual([{ kind: 'state-differs', dossierId, seq: 5 }]);
      await restore();
      await sql(`UPDATE dossier.dossiers SET head_hash = '\\x00' WHERE dossier_id = $1`, dossierId);
      expect(await faults()).toEqual([{ kind: 'head-differs', dossierId, seq: 5 }]);
      await restore();
      const value = `(SELECT (state->'answers'->>'valueId')::uuid FROM dossier.dossiers WHERE dossier_id = $1)`;
      for (const change of [
        "UPDATE personal_data.sealed_values SET ciphertext = ciphertext || '\\x00'",
        'DELETE FROM personal_data.sealed_values',
      ]) {
        await sql(`${change} WHERE value_id = ${value}`, dossierId);
        expect(await faults()).toEqual([{ kind: 'value-changed', dossierId, seq: 1 }]);
        await restore();
      }
    });

    it('after a reading was taken out of its stream', async () => {
      const [reading] = await sql(
        'SELECT stream_id, seq FROM personal_data.readings ORDER BY seq OFFSET 1 LIMIT 1',
      );
      await sql(
        'DELETE FROM personal_data.readings WHERE stream_id = $1 AND seq = $2',
        reading?.['stream_id'],
        reading?.['seq'],
      );
      expect(await faults()).toEqual([{ kind: 'readings-broken', dossierId: null, seq: 2 }]);
    });
  });

  describe('after a sealed checkpoint', () => {
    beforeAll(async () => {
      // What is below the horizon is sealed; another transaction on the server may hold it down for a moment.
      for (let attempt = 0; attempt < 100; attempt += 1) {
        await api.get(SealCheckpoint).execute();
        const row = await api.db.database.one<{ open: number }>(
          `SELECT count(*)::int AS open FROM dossier.events WHERE xid >= (SELECT coalesce(max(horizon::text::bigint), 0)::text::xid8 FROM dossier.checkpoints)`,
        );
        if (row?.open === 0) break;
      }
      await remember();
      expect(await faults()).toEqual([]);
    });
    afterEach(restore);

    it('also notices a deleted tail whose head and state were refitted', async () => {
      const dossierId = the('returned');
      const last = (await eventsOf(dossierId)).length;
      await sql('DELETE FROM dossier.events WHERE dossier_id = $1 AND seq > $2', dossierId, last - 2);
      await refit(dossierId);
      expect(await faults()).toEqual([{ kind: 'tail-missing', dossierId, seq: last - 1 }]);
    });

    it('also notices a dossier that was deleted with everything about it', async () => {
      const dossierId = the('refused');
      await sql('DELETE FROM dossier.events WHERE dossier_id = $1', dossierId);
      await sql('DELETE FROM dossier.dossiers WHERE dossier_id = $1', dossierId);
      expect(await faults()).toEqual([{ kind: 'dossier-missing', dossierId, seq: 1 }]);
    });

    it('also notices an edit after which all hashes, the head and the state were computed anew', async () => {
      const dossierId = the('returned');
      await sql(
        `UPDATE dossier.events SET occurred_at = occurred_at - interval '1 day' WHERE dossier_id = $1 AND seq = 2`,
        dossierId,
      );
      await refit(dossierId);
      const last = (await eventsOf(dossierId)).length;
      expect(await faults()).toEqual([{ kind: 'rewritten', dossierId, seq: last }]);
    });

    it('also notices readings that were cut off at the end', async () => {
      const [head] = await sql(
        'SELECT stream_id, max(seq)::int AS seq FROM personal_data.readings GROUP BY 1 ORDER BY 2 DESC LIMIT 1',
      );
      await sql(
        'DELETE FROM personal_data.readings WHERE stream_id = $1 AND seq = $2',
        head?.['stream_id'],
        head?.['seq'],
      );
      expect(await faults()).toEqual([
        { kind: 'readings-tail-missing', dossierId: null, seq: head?.['seq'] },
      ]);
    });

    it('also notices that the checkpoint itself was removed or replaced in the database', async () => {
      await sql('DELETE FROM dossier.checkpoints WHERE checkpoint_seq = 1');
      expect((await faults()).map((fault) => fault.kind)).toEqual(['checkpoint-missing']);
      await restore();
      await sql(`UPDATE dossier.checkpoints SET hash = '\\x00' WHERE checkpoint_seq = 1`);
      expect((await faults()).map((fault) => fault.kind)).toEqual(['checkpoint-missing']);
    });

    it('also seals readings during which no dossier changed', async () => {
      ok(await api.call(getOfficerDossier, { as: oneStop, params: { dossierId: the('submitted') } }));
      const before = (await sql('SELECT count(*)::int AS n FROM dossier.checkpoints'))[0]?.['n'];
      await api.get(SealCheckpoint).execute();
      await remember();
      expect((await sql('SELECT count(*)::int AS n FROM dossier.checkpoints'))[0]?.['n']).toBe(
        Number(before) + 1,
      );
      expect(await api.get(SealCheckpoint).execute()).toBeNull();
      expect(await faults()).toEqual([]);
    });
  });
});

/** Every table row by row as text, with what lies in byte strings decoded too. */
async function dump(): Promise<string> {
  const names = await api.db.database.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  expect(names.length).toBeGreaterThan(20);
  const lines: string[] = [];
  for (const { name } of names) {
    const rows = await api.db.database.query<{ line: string }>(
      `SELECT to_jsonb(t)::text AS line FROM ${name} t`,
    );
    for (const { line } of rows) {
      lines.push(`${name} ${line}`);
      for (const [, hex] of line.matchAll(/\\\\x([0-9a-f]{8,})/gu))
        lines.push(`${name} ${Buffer.from(hex ?? '', 'hex').toString('utf8')}`);
    }
  }
  return lines.join('\n').normalize('NFC');
}

/** Ways in which a value would still be readable. */
function disguises(value: string): string[] {
  const folded = value.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  const forms = [value, value.toLowerCase(), value.toUpperCase(), folded, folded.toLowerCase()];
  return [
    ...new Set(
      forms.flatMap((form) => [
        form,
        Buffer.from(form).toString('hex'),
        Buffer.from(form).toString('base64').replace(/=+$/u, '').slice(0, -1),
        encodeURIComponent(form),
      ]),
    ),
  ];
}

describe('a dump of the database', () => {
  const citizens = demoPeople.filter(
    (person) => person.vneid || person.key === 'sen' || person.key === 'lanh',
  );
  const values = [
    ...Object.values(planted),
    ...citizens.flatMap((person) =>
      [person.name, person.personalId, person.phone].filter((value) => value !== null),
    ),
    ...demoOrganisations.map((organisation) => organisation.taxCode),
  ];

  it('holds none of more than fifty planted personal values in the clear', async () => {
    expect(new Set(values).size).toBeGreaterThan(50);
    const text = await dump();
    const lower = text.toLowerCase();
    const found = values.flatMap((value) =>
      disguises(value)
        .filter((form) => text.includes(form) || lower.includes(form.toLowerCase()))
        .map(
          (form) =>
            `${value} as ${form}: ${text.slice(Math.max(0, text.indexOf(form) - 120), text.indexOf(form) + 20)}`,
        ),
    );
    expect(found).toEqual([]);
  });

  it('would have shown them: the same search finds what is meant to be readable', async () => {
    expect(await dump()).toContain('2.000908');
  });

  it('nor do the files beside it', async () => {
    const names = await readdir(api.dataDir, { recursive: true, withFileTypes: true });
    for (const entry of names.filter((each) => each.isFile())) {
      const content = (await readFile(join(entry.parentPath, entry.name))).toString('latin1');
      for (const value of values)
        expect([entry.name, content.includes(Buffer.from(value).toString('latin1'))]).toEqual([
          entry.name,
          false,
        ]);
    }
  });
});

describe('erasing a person', () => {
  it('leaves every chain whole and their values unreadable for everybody', async () => {
    const dossierId = the('returned');
    const vault = api.get(SubjectVault as never) as SubjectVault;
    const before = ok(await api.call(getOfficerDossier, { as: oneStop, params: { dossierId } }));
    expect(before.answers['email']).toBe(planted.email);
    expect(await vault.erase(demoPartyId('ha'))).toBe(true);

    expect(await faults()).toEqual([]);
    const after = ok(await api.call(getOfficerDossier, { as: oneStop, params: { dossierId } }));
    expect(after.answers).toEqual({});
    expect(JSON.stringify(after)).not.toContain('Lê Thị Thu Hà');
    for (const value of Object.values(planted)) expect(JSON.stringify(after)).not.toContain(value);
    // What has to stay for the record of the office stays: code, dates, steps.
    expect([after.code, after.state, after.timeline.length]).toEqual([
      before.code,
      before.state,
      before.timeline.length,
    ]);
    expect(
      ok(await api.call(getInbox, { as: oneStop, query: { queue: 'recent' } })).items.length,
    ).toBeGreaterThan(0);
    // Another person is not touched.
    expect(
      ok(await api.call(getMyDossier, { as: lam, params: { dossierId: the('submitted') } })).answers['email'],
    ).toBe(planted.email);
  });

  it('lets nobody print their papers any more', async () => {
    const dossierId = the('returned');
    const { documents } = ok(await api.call(getOfficerDossier, { as: oneStop, params: { dossierId } }));
    for (const document of documents) {
      const answer = await api.call(downloadOfficerDocument, {
        as: oneStop,
        params: { dossierId, documentId: document.documentId },
      });
      expect(answer.status).toBeLessThan(500);
      expect(answer.raw.toString('latin1')).not.toContain('Lê Thị Thu Hà');
    }
  });
});
