import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  type Answers,
  completeTask,
  downloadOfficerDocument,
  getOfficerDossier,
  listUnmatched,
  postResult,
  receiveDossier,
  resolveUnmatched,
  startPayment,
} from '@mocua/contract';
import { loadConfig, workspaceRoot } from '@mocua/server/kernel';
import { type PackageSource, PublishPackage, readPackageFolder } from '@mocua/server/procedure';
import { openProcess, type OpenedProcess } from '@mocua/server/runtime';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the program whose duties are walked; no program imports it
import { dutiesOf } from '../../worker/src/duties';
// eslint-disable-next-line @nx/enforce-module-boundaries -- its composition root, as it starts in earnest
import { WorkerModule } from '../../worker/src/worker.module';
import { type ApiHarness, ok } from './api-harness';
import { aFiling } from './filing.builder';
import { OutsideWithMoney, outsideSecret } from './outside-with-money';
import { PackageRoad } from './package-road';

type Duty = ReturnType<typeof dutiesOf>[number];

const found = {
  found: 'yes',
  registerVolume: '02/1996',
  registerNumber: '45',
  entryText: 'Trần Văn Lâm, sinh ngày 14/05/1996',
};

const anAddress = {
  relation: 'owner',
  phone: '0900000103',
  street: 'Thôn Đông',
  ward: 'xã Đồng Sen',
  province: 'tỉnh Sông Ngân',
} as const;

/** An installation whose worker really is one: its own modules, pool and caches, against the sandbox, with work to do. */
export class DutyWorld {
  readonly api: ApiHarness;
  readonly duties: readonly Duty[];

  private constructor(
    readonly outside: OutsideWithMoney,
    private readonly parts: OpenedProcess,
    private readonly worker: INestApplicationContext,
  ) {
    this.api = outside.api;
    this.duties = dutiesOf(worker, parts);
  }

  static async start(): Promise<DutyWorld> {
    const outside = await OutsideWithMoney.start({ NATIONAL_PORTAL_SECRET: outsideSecret });
    const { api } = outside;
    // The cases of packages are written for that Friday.
    api.clock.advance({ days: 4 });
    const parts = await openProcess('test', { config: loadConfig(api.environment), clock: api.clock });
    const worker = await NestFactory.createApplicationContext(WorkerModule.with(parts), {
      logger: ['error'],
      abortOnError: false,
    });
    return new DutyWorld(outside, parts, worker);
  }

  /** Does rounds of a duty until the statement answers `reached`; who follows waits for every open transaction before. */
  async perform(name: string, until: string): Promise<void> {
    const duty = this.duties.find((each) => each.name === name);
    if (!duty) throw new Error(`no duty ${name}`);
    for (let round = 0; round < 1_500; round += 1) {
      await duty.round();
      const row = await this.api.db.database.one<{ reached: boolean }>(`SELECT (${until}) AS reached`);
      if (row?.reached === true) return;
      await pause(15);
    }
    throw new Error(`${name} never came to its end`);
  }

  /** One copy from a register is asked for by each of them. */
  async file(...people: readonly string[]): Promise<string[]> {
    const ids: string[] = [];
    for (const person of people)
      ids.push(await aFiling(this.api, await this.api.citizen(person)).dossierId());
    return ids;
  }

  /** One dossier of a package for each of lam and quan, by the first case that is accepted with these changes. */
  async fileBy(folder: string, changes: Answers = {}): Promise<string[]> {
    const { api } = this;
    const path = join(workspaceRoot(), 'procedures', folder);
    const published = await api.get(PublishPackage).fromFolder(path);
    const read = await readPackageFolder(path);
    if (!published.ok || !read.ok) throw new Error(`${folder} is not sound`);
    const source = read.source as unknown as PackageSource;
    const answers = source.cases.answers.find((each) => each.problems.length === 0);
    if (!answers) throw new Error(`no case of ${folder} is accepted`);
    const ids: string[] = [];
    for (const person of ['lam', 'quan']) {
      const road = new PackageRoad(api, source, await api.citizen(person));
      ids.push((await road.file({ ...answers, answers: { ...answers.answers, ...changes } })).dossierId);
    }
    return ids;
  }

  async receive(dossierIds: readonly string[]): Promise<void> {
    const as = await this.api.officer('hanh', 'dong-sen-one-stop');
    for (const dossierId of dossierIds) {
      const params = { dossierId: dossierId as never };
      const { version } = ok(await this.api.call(getOfficerDossier, { as, params }));
      ok(await this.api.call(receiveDossier, { as, params, body: { version } }));
    }
  }

  /** From the search in the register to the issued copy. */
  async resolve(dossierId: string): Promise<void> {
    const params = { dossierId: dossierId as never };
    for (const [person, role, outcome, values] of [
      ['tuan', 'dong-sen-specialist', 'submit', found],
      ['phuc', 'dong-sen-leader', 'approve', {}],
      ['bao', 'dong-sen-clerk', 'issue', { issueNumber: `${dossierId.slice(-4)}/2026/SG` }],
    ] as const) {
      const as = await this.api.officer(person, role);
      const seen = ok(await this.api.call(getOfficerDossier, { as, params }));
      const taskId = seen.tasks[0]?.taskId ?? '';
      const body = { version: seen.version, outcome, values };
      ok(await this.api.call(completeTask, { as, params: { ...params, taskId }, body }));
    }
  }

  /** The officer at the desk gives the paper to the post. */
  async postResult(dossierId: string, receiverName: string): Promise<void> {
    const as = await this.api.officer('hanh', 'dong-sen-one-stop');
    const params = { dossierId: dossierId as never };
    const { version } = ok(await this.api.call(getOfficerDossier, { as, params }));
    ok(await this.api.call(postResult, { as, params, body: { version, receiverName, ...anAddress } }));
  }

  /** Somebody prints the result before anything else happens to it. */
  async printResult(dossierId: string): Promise<void> {
    const as = await this.api.officer('bao', 'dong-sen-clerk');
    const params = { dossierId: dossierId as never };
    const { documents } = ok(await this.api.call(getOfficerDossier, { as, params }));
    const documentId = documents.find(({ kind }) => kind === 'result')?.documentId ?? ('' as never);
    const { status } = await this.api.call(downloadOfficerDocument, {
      as,
      params: { ...params, documentId },
    });
    if (status !== 200) throw new Error(`the result was not printed: ${status}`);
  }

  /** An order that is paid over there while the platform tells nobody. */
  async payUnheard(dossierId: string, person: string): Promise<void> {
    const payUrl = await this.order(dossierId, person);
    await this.outside.script('payment-out', [{ mode: 'down', times: null }]);
    await this.outside.payOnPage(payUrl);
  }

  /** An order that is paid with another amount; the cashier sends the money back. */
  async payWrongly(dossierId: string, person: string): Promise<void> {
    const payUrl = await this.order(dossierId, person);
    await this.outside.payOnPage(payUrl, { amount: '9000', again: 'yes' });
    await this.outside.callbacksHeard(payUrl);
    const as = await this.api.officer('loan', 'provincial-centre-cashier');
    const { items } = ok(await this.api.call(listUnmatched, { as }));
    const found = items.find(({ reference }) => payUrl.endsWith(reference));
    const params = { unmatchedId: found?.unmatchedId ?? '' };
    const body = { resolution: 'return' as const, note: 'Trả nhầm số tiền' };
    ok(await this.api.call(resolveUnmatched, { as, params, body }));
  }

  private async order(dossierId: string, person: string): Promise<string> {
    const as = await this.api.citizen(person);
    const params = { dossierId: dossierId as never };
    const { order } = ok(await this.api.call(startPayment, { as, params }));
    return order?.payUrl ?? '';
  }

  async close(): Promise<void> {
    await this.worker.close();
    await this.parts.close();
    await this.outside.close();
  }
}
