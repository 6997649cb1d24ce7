import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { schemasOf } from '@mocua/contract/schemas';
import { createLogger, KernelModule, loadConfig, Problem } from '@mocua/server/kernel';
import { MovingClock, startTestDatabase, type TestDatabase } from '@mocua/testing';
import { DescribeProcedure } from '../src/application/describe-procedure';
import { SearchProcedures } from '../src/application/search-procedures';
import { CatalogueController } from '../src/http/catalogue.controller';
import type { PackageSource } from '../src/domain/package-source';
import {
  ProcedureModule,
  type ProcedureParts,
  ProcessingTimes,
  PublishedProcedures,
  PublishPackage,
} from '../src/index';
import { PackageVersions } from '../src/persistence/package-versions';
import { aPackage, type Changeable, folderOf } from './package-folder';

class FiveDossiers extends ProcessingTimes {
  override experienceWith() {
    return Promise.resolve({ medianWorkingMinutes: 95, dossiers: 5 });
  }
}

describe('published procedures', () => {
  const clock = new MovingClock('2026-11-20T02:00:00Z');
  let db: TestDatabase;
  let publish: PublishPackage;
  let procedures: PublishedProcedures;

  beforeAll(async () => {
    db = await startTestDatabase();
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    await db.database.query('ALTER TABLE procedure.package_versions DISABLE TRIGGER USER');
    await db.database.query('TRUNCATE procedure.package_versions');
    await db.database.query('ALTER TABLE procedure.package_versions ENABLE TRIGGER USER');
    const versions = new PackageVersions(db.database);
    publish = new PublishPackage(versions, clock);
    procedures = new PublishedProcedures(versions);
  });

  async function publishVersion(change: (source: Changeable<PackageSource>) => void = () => undefined) {
    const result = await publish.execute(await aPackage(change));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result;
  }
  const rows = () =>
    db.database.one<{ count: number }>('SELECT count(*)::int AS count FROM procedure.package_versions');

  it('are published from a folder', async () => {
    const result = await publish.fromFolder(folderOf('2.000908/v1'));
    expect(result).toMatchObject({
      ok: true,
      outcome: 'published',
      key: { code: '2.000908', version: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/u) },
    });
  });

  it('keep the hash they were first published with, however the format grows', async () => {
    const result = await publish.fromFolder(folderOf('2.000908/v1'));
    expect(result.ok && result.key.hash).toBe(
      'd01ec076da2b93410ce3fafe76eea401f649b30280283909c2015bc16f16aa4d',
    );
  });

  it('may be published again without effect', async () => {
    const first = await publishVersion();
    const again = await publishVersion();
    expect([again.outcome, again.key, (await rows())?.count]).toEqual(['unchanged', first.key, 1]);
  });

  it('are published once when two processes start at the same time', async () => {
    const outcomes = await Promise.all([publishVersion(), publishVersion(), publishVersion()]);
    expect(outcomes.map((result) => result.outcome).sort()).toEqual(['published', 'unchanged', 'unchanged']);
  });

  it('keep their content: another content under the same version is refused', async () => {
    await publishVersion();
    const result = await publish.execute(
      await aPackage((source) => {
        source.entry.feeAmount = 8000;
      }),
    );
    expect(result).toMatchObject({ ok: false, problems: [{ file: 'procedure.json', at: 'version' }] });
  });

  it('are refused when they are not sound, and nothing is stored', async () => {
    const result = await publish.execute(
      await aPackage((source) => {
        source.bpmn = '';
      }),
    );
    expect([result.ok, (await rows())?.count]).toEqual([false, 0]);
  });

  it('are refused with the name of a file that is missing', async () => {
    const result = await publish.fromFolder(join(folderOf('2.000908'), 'v0'));
    expect(result.ok ? [] : result.problems.map((problem) => problem.file)).toContain('process.bpmn');
  });

  it.each([
    'UPDATE procedure.package_versions SET content = content',
    'DELETE FROM procedure.package_versions',
    'TRUNCATE procedure.package_versions',
  ])('cannot be changed by hand: %s', async (sql) => {
    await publishVersion();
    await expect(db.database.query(sql)).rejects.toThrow('immutable');
  });

  it('come with their form, process, tasks and rules compiled', async () => {
    await publishVersion();
    const procedure = await procedures.current('2.000908', '2026-11-20');
    expect([
      procedure.compiledForm.fields.size,
      procedure.process.startNodeId,
      Object.keys(procedure.tasks).length,
    ]).toEqual([21, 'received', 5]);
    expect(procedure.tasks['look-up-register']?.compiledForm?.fields.has('found')).toBe(true);
    expect(procedure.rules.clock.duration).toMatchObject({ unit: 'same-day', cutoff: '15:00' });
  });

  it('take over from one another on the day they begin', async () => {
    await publishVersion();
    await publishVersion((source) => {
      source.entry.version = 2;
      source.entry.effectiveFrom = '2027-01-01';
    });
    const versions = await Promise.all(
      ['2026-12-31', '2027-01-01'].map((day) => procedures.current('2.000908', day)),
    );
    expect(versions.map((procedure) => procedure.version)).toEqual([1, 2]);
  });

  it.each([
    ['before it begins', '2025-06-30'],
    ['after it has ended', '2027-07-01'],
  ])('are not found %s', async (_when, day) => {
    await publishVersion((source) => {
      source.entry.effectiveTo = '2027-06-30';
    });
    await expect(procedures.current('2.000908', day)).rejects.toThrow(new Problem('procedure.not-found'));
  });

  it('stay readable after they have ended, for the dossiers received under them', async () => {
    await publishVersion((source) => {
      source.entry.effectiveTo = '2026-09-01';
    });
    expect((await procedures.version('2.000908', 1)).version).toBe(1);
  });

  it('are asked for again after they were not found', async () => {
    await expect(procedures.version('2.000908', 1)).rejects.toThrow(new Problem('procedure.not-found'));
    await publishVersion();
    expect((await procedures.version('2.000908', 1)).code).toBe('2.000908');
  });

  it('are compiled once', async () => {
    await publishVersion();
    const [one, other] = await Promise.all([
      procedures.version('2.000908', 1),
      procedures.current('2.000908', '2026-11-20'),
    ]);
    expect(one).toBe(other);
  });

  describe('in the public catalogue', () => {
    async function catalogue(parts: ProcedureParts = {}) {
      const config = loadConfig({ DATABASE_URL: db.url });
      @Module({
        imports: [
          KernelModule.with({ config, clock, logger: createLogger('test', 'silent'), database: db.database }),
          ProcedureModule.forApi(parts),
        ],
      })
      class CatalogueOnly {}
      const app = await NestFactory.createApplicationContext(CatalogueOnly, { logger: false });
      return {
        search: app.get(SearchProcedures, { strict: false }),
        describe: app.get(DescribeProcedure, { strict: false }),
        controller: app.get(CatalogueController, { strict: false }),
      };
    }

    it.each(['ban sao so goc', 'Trích lục', '2.000908', 'bssg', ''])('are found by “%s”', async (q) => {
      await publishVersion();
      const { controller } = await catalogue();
      const answer = await controller.find({ query: { q, limit: 10 } } as never);
      expect(schemasOf.searchProcedures.response?.parse(answer)).toMatchObject({
        items: [{ code: '2.000908' }],
      });
    });

    it('are found as soon as another process has published them', async () => {
      const { search } = await catalogue();
      const found = async () => (await search.execute({ q: 'so goc', limit: 10 })).items.length;
      const before = await found();
      await publishVersion();
      expect([before, await found()]).toEqual([0, 1]);
    });

    it('are described as the contract says', async () => {
      await publishVersion();
      const { controller } = await catalogue();
      const view = await controller.read({ params: { code: '2.000908' } } as never);
      expect(schemasOf.getProcedure.response?.parse(view)).toMatchObject({
        onlineFiling: true,
        experience: null,
        durationSource: { verified: false },
        components: [{ required: 'always' }, { required: 'conditional' }],
      });
    });

    it('tell how long dossiers really took, when somebody knows', async () => {
      await publishVersion();
      const { describe: view } = await catalogue({ processingTimes: FiveDossiers });
      expect((await view.execute('2.000908')).experience).toEqual({ medianWorkingMinutes: 95, dossiers: 5 });
    });

    it('do not offer online filing for what a ministry resolves', async () => {
      await publishVersion((source) => {
        source.entry.route = 'ministry';
        source.entry.guidance = {
          intro: { vi: 'Bộ giải quyết.', en: 'A ministry resolves it.' },
          steps: [{ vi: 'Nộp trên cổng của bộ.', en: 'File on their portal.' }],
          link: { label: { vi: 'Mở cổng của bộ', en: 'Open their portal' }, url: 'https://bo.invalid/' },
          help: [{ vi: 'Hỏi Bộ phận Một cửa.', en: 'Ask a one-stop centre.' }],
          legs: [],
        };
      });
      const { describe: view } = await catalogue();
      expect((await view.execute('2.000908')).onlineFiling).toBe(false);
    });
  });
});
