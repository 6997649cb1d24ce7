import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  completeTask,
  describeStoredPaper,
  type DossierId,
  getOfficerDossier,
  openAssistedDraft,
  type PaperWords,
  receiveDossier,
  reuseStoredPaper,
  saveAssistedDraft,
  type StoredPaperView,
  submitAssistedDraft,
  uploadStoredPaper,
  uploadToAssistedDraft,
} from '@mocua/contract';
import { nationalReportOf } from '@mocua/engine/dossier';
import { KeepArrivals, NoteArrivals } from '@mocua/server/data-store';
import { ToldDossiers } from '@mocua/server/dossier';
import { demoUnitId } from '@mocua/server/identity';
import { demoPeople } from '@mocua/server/identity/demo';
import { follow } from '@mocua/server/kernel';
import { ApiHarness, ok, type Session } from './api-harness';
import { aFiling, smallPdf } from './filing.builder';

export const identity: PaperWords = {
  kind: 'identity',
  title: 'Thẻ căn cước của tôi',
  number: '',
  issuer: 'Bộ Công an',
  issuedOn: '2024-01-02',
  validUntil: '2039-01-02',
};

/** A PDF like no other. */
export function aPdf(): Buffer {
  return Buffer.concat([
    smallPdf.subarray(0, 9),
    Buffer.from(`%${randomBytes(20).toString('hex')}\n`),
    smallPdf.subarray(9),
  ]);
}

/** An installation with papers in it: what people and officers do about stored papers, step by step. */
export class StoreWorld {
  constructor(readonly api: ApiHarness) {}

  static async start(): Promise<StoreWorld> {
    return new StoreWorld(await ApiHarness.start());
  }

  async kept(as: Session, words: Partial<PaperWords> = {}, file = aPdf()): Promise<StoredPaperView> {
    const query = { fileName: 'thẻ căn cước.pdf' };
    const { paperId } = ok(await this.api.call(uploadStoredPaper, { as, query, file }));
    const body = { ...identity, ...words };
    return ok(await this.api.call(describeStoredPaper, { as, params: { paperId }, body }));
  }

  /** A draft without its identity paper, and what came of offering it a stored one. */
  async reused(as: Session, paperId: string) {
    const draft = await aFiling(this.api, as).withFiles().draft();
    const body = { component: 'identity-paper', paperId };
    const answer = await this.api.call(reuseStoredPaper, { as, params: draft, body: body as never });
    return { draft, answer };
  }

  async refusal(as: Session, paperId: string): Promise<string> {
    const { answer } = await this.reused(as, paperId);
    return answer.status === 200 ? 'taken' : answer.problem.code;
  }

  async arrive(): Promise<void> {
    const { database } = this.api.db;
    const reached = async () => {
      while ((await follow(database, this.api.get(NoteArrivals))) > 0);
      const [behind] = await database.query(
        `SELECT 1 FROM dossier.events e, kernel.follower_cursors c
          WHERE c.name = 'data-store' AND (e.xid, e.position) > (c.xid, c.position) LIMIT 1`,
      );
      return behind === undefined;
    };
    // Whatever else runs on the server holds the horizon down for a moment.
    for (let rounds = 0; rounds < 500 && !(await reached()); rounds += 1) await pause(20);
    await this.api.get(KeepArrivals).round();
  }

  async reportOf(dossierId: DossierId) {
    const told = (await this.api.get(ToldDossiers).many([dossierId])).get(dossierId);
    const events = told?.events ?? [];
    const facts = events.flatMap((event) =>
      event.type === 'dossier-submitted' ? [event.payload.facts] : [],
    );
    const report = nationalReportOf([
      ...events.map((event) =>
        event.type === 'dossier-submitted'
          ? {
              ...event,
              payload: { ...event.payload, sourceSystem: 'national-portal', externalCodes: ['G22.99'] },
            }
          : event,
      ),
    ]);
    if (report?.reusedComponents !== facts[0]?.reusedComponents)
      throw new Error('the report tells another number');
    return report;
  }

  /** A filing at the counter: the officer scans the paper. */
  async assisted(oneStop: Session): Promise<DossierId> {
    const person = demoPeople.find((each) => each.key === 'lam');
    const opened = ok(
      await this.api.call(openAssistedDraft, {
        as: oneStop,
        body: {
          procedureCode: '2.000908',
          channel: 'counter',
          person: {
            fullName: 'Trần Văn Lâm',
            personalId: person?.personalId ?? '',
            birthDate: person?.birthDate ?? '',
          },
        },
      }),
    );
    const params = { draftId: opened.draftId };
    const answers = {
      phone: '0900000103',
      address: { text: 'Thôn Đông, xã Đồng Sen, tỉnh Sông Ngân' },
      ...opened.answers,
      relation: 'self',
      paperKind: 'birth',
      registerKeeper: demoUnitId('dong-sen'),
      copies: 1,
      returnMethod: 'electronic',
      confirmed: true,
    };
    const { version } = ok(
      await this.api.call(saveAssistedDraft, {
        as: oneStop,
        params,
        body: { version: opened.version, answers },
      }),
    );
    const query = { component: 'identity-paper', fileName: 'bản quét.pdf' };
    ok(await this.api.call(uploadToAssistedDraft, { as: oneStop, params, query, file: aPdf() }));
    return ok(await this.api.call(submitAssistedDraft, { as: oneStop, params, body: { version } })).dossierId;
  }

  /** From reception to the issued copy. */
  async resolve(dossierId: DossierId, oneStop: Session): Promise<void> {
    const params = { dossierId };
    ok(await this.api.call(receiveDossier, { as: oneStop, params, body: { version: 1 } }));
    const found = {
      found: 'yes',
      registerVolume: '02/1996',
      registerNumber: '45',
      entryText: 'Trần Văn Lâm, sinh ngày 14/05/1996',
    };
    for (const [person, role, outcome, values] of [
      ['tuan', 'dong-sen-specialist', 'submit', found],
      ['phuc', 'dong-sen-leader', 'approve', {}],
      ['bao', 'dong-sen-clerk', 'issue', { issueNumber: '12/2026/SG' }],
    ] as const) {
      const as = await this.api.officer(person, role);
      const seen = ok(await this.api.call(getOfficerDossier, { as, params }));
      const taskId = seen.tasks[0]?.taskId ?? '';
      const body = { version: seen.version, outcome, values };
      ok(await this.api.call(completeTask, { as, params: { ...params, taskId }, body }));
    }
  }
}
