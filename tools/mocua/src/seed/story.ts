import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import type { Answers, DossierId, SupplementId } from '@mocua/contract';
import { type DossierState, openSupplement } from '@mocua/engine/dossier';
import {
  AnswerSupplement,
  CompleteTask,
  OpenDraft,
  ReceiveDossier,
  RefuseDossier,
  RequestSupplement,
  ReturnResult,
  SaveDraft,
  SettleSupplement,
  SubmitDossier,
  UploadFile,
  WithdrawDossier,
} from '@mocua/server/dossier';
import type { DemoPerson } from '@mocua/server/identity/demo';
import type { IdempotencyRequest, OfficerActor } from '@mocua/server/kernel';
import { citizen, type Office } from './cast';
import type { SeedClock } from './seed-clock';

/** Where a dossier stands when its story ends. */
export type Ending =
  | 'submitted'
  | 'asked-before-reception'
  | 'refused'
  | 'at-specialist'
  | 'at-leader'
  | 'at-clerk'
  | 'supplement-prepared'
  | 'awaiting-supplement'
  | 'supplement-answered'
  | 'lapsed'
  | 'withdrawn'
  | 'done'
  | 'returned'
  | 'returned-negative';

export interface Plot {
  readonly ending: Ending;
  readonly office: Office;
  readonly applicant: DemoPerson;
  readonly begin: number;
  readonly now: number;
  readonly random: () => number;
}

const paper = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
const minute = 60_000;

/** One dossier told step by step through the use cases; each step says when the next one comes. */
export class Story {
  nextAt: number;
  private readonly chapters: (() => Promise<DossierState | void>)[];
  private state: DossierState | null = null;

  constructor(
    private readonly domains: INestApplicationContext,
    private readonly clock: SeedClock,
    private readonly plot: Plot,
  ) {
    this.nextAt = plot.begin;
    this.chapters = this.outline(plot.ending);
  }

  /** Tells the next chapter; afterwards `nextAt` is when the one after it happens, or never. */
  async step(): Promise<void> {
    const chapter = this.chapters.shift();
    if (chapter) this.state = (await chapter()) ?? this.state;
    const pause = (10 + this.plot.random() * 45) * minute;
    // A story about to pass the present is hurried, so that it reaches its ending.
    const hurried = Math.max(
      minute,
      Math.min(pause, (this.plot.now - this.clock.now().getTime()) / (this.chapters.length + 1)),
    );
    this.nextAt = this.chapters.length > 0 ? this.clock.now().getTime() + hurried : Number.POSITIVE_INFINITY;
  }

  private outline(ending: Ending): (() => Promise<DossierState | void>)[] {
    const file = () => this.file();
    const receive = () => this.receive();
    const search = () => this.complete(this.plot.office.specialist, 'submit', this.searchValues());
    const sign = () => this.complete(this.plot.office.leader, 'approve');
    const issue = () =>
      this.complete(this.plot.office.clerk, 'issue', {
        issueNumber: `${1 + Math.floor(this.plot.random() * 300)}/2026/SG`,
      });
    const ask = () => this.ask();
    const send = () => this.send();
    switch (ending) {
      case 'submitted':
        return [file];
      case 'asked-before-reception':
        return [file, ask];
      case 'refused':
        return [file, () => this.refuse()];
      case 'at-specialist':
        return [file, receive];
      case 'at-leader':
        return [file, receive, search];
      case 'at-clerk':
        return [file, receive, search, sign];
      case 'supplement-prepared':
        return [file, receive, ask];
      case 'awaiting-supplement':
      case 'lapsed':
        return [file, receive, ask, send];
      case 'supplement-answered':
        return [file, receive, ask, send, () => this.answer()];
      case 'withdrawn':
        return [file, receive, () => this.withdraw()];
      case 'done':
        return [file, receive, search, sign, issue];
      case 'returned':
      case 'returned-negative':
        return [file, receive, search, sign, issue, () => this.giveBack()];
    }
  }

  private async file(): Promise<void> {
    const { applicant, office, random } = this.plot;
    const actor = citizen(applicant);
    const none = { params: undefined, query: undefined };
    const draft = await this.domains
      .get(OpenDraft)
      .execute(actor, { ...none, body: { procedureCode: '2.000908', startNew: true } });
    const answers: Answers = {
      fullName: applicant.name,
      birthDate: applicant.birthDate,
      personalId: applicant.personalId,
      phone: applicant.phone ?? '0900000199',
      address: {
        text: `${applicant.address.detail}, ${applicant.address.commune}, ${applicant.address.province}`,
      },
      relation: 'self',
      paperKind: ['birth', 'birth', 'marriage', 'diploma'][Math.floor(random() * 4)] ?? 'birth',
      registerKeeper: office.unitId,
      copies: 1 + Math.floor(random() * 5),
      returnMethod: 'electronic',
      confirmed: true,
    };
    const { draftId } = draft;
    const params = { draftId };
    const saved = await this.domains
      .get(SaveDraft)
      .execute(actor, { params, query: undefined, body: { version: draft.version, answers } });
    const upload = {
      source: Readable.from([paper]) as AsyncIterable<Uint8Array>,
      expectedBytes: paper.length,
    };
    await this.domains
      .get(UploadFile)
      .toDraft(actor, { params, query: { component: 'identity-paper', fileName: 'căn cước.pdf' } }, upload);
    const receipt = await this.domains
      .get(SubmitDossier)
      .execute(actor, { params, query: undefined, body: { version: saved.version } }, this.key());
    this.dossierId = receipt.dossierId;
    this.version = 1;
  }

  private dossierId: DossierId | null = null;
  private version = 0;

  /** Parameters, body and idempotency of the next command. */
  private request<B extends object>(
    body: B,
  ): { params: { dossierId: DossierId }; query: undefined; body: B & { version: number } } {
    if (!this.dossierId) throw new Error('nothing was filed yet');
    const version = this.state?.version ?? this.version;
    return { params: { dossierId: this.dossierId }, query: undefined, body: { ...body, version } };
  }

  private key(): IdempotencyRequest {
    const key = randomUUID();
    return { scope: 'seed', key, bodyHash: createHash('sha256').update(key).digest() };
  }

  private receive(): Promise<DossierState> {
    return this.domains.get(ReceiveDossier).execute(this.plot.office.oneStop, this.request({}), this.key());
  }

  private refuse(): Promise<DossierState> {
    const body = {
      reason: 'Giấy tờ bạn xin sao không thuộc sổ gốc do cơ quan này lưu giữ.',
      ground: 'NĐ 118/2025 Điều 17',
    };
    return this.domains.get(RefuseDossier).execute(this.plot.office.oneStop, this.request(body), this.key());
  }

  private ask(): Promise<DossierState> {
    const { oneStop, specialist } = this.plot.office;
    const body = {
      reason: 'Ảnh giấy tờ tùy thân bị mờ, không đọc được số định danh.',
      items: [
        {
          kind: 'component' as const,
          ref: 'identity-paper',
          instruction: 'Chụp lại rõ cả hai mặt, đủ ánh sáng.',
        },
      ],
    };
    return this.domains
      .get(RequestSupplement)
      .execute(this.state ? specialist : oneStop, this.request(body), this.key());
  }

  private get supplementId(): SupplementId {
    const supplement = this.state && openSupplement(this.state);
    if (!supplement) throw new Error('no supplement is open');
    return supplement.supplementId;
  }

  private send(): Promise<DossierState> {
    return this.domains
      .get(SettleSupplement)
      .send(this.plot.office.oneStop, this.request({ supplementId: this.supplementId }), this.key());
  }

  private async answer(): Promise<DossierState> {
    const actor = citizen(this.plot.applicant);
    const { params } = this.request({});
    const query = { component: 'identity-paper', fileName: 'căn cước chụp lại.pdf' };
    const upload = {
      source: Readable.from([paper]) as AsyncIterable<Uint8Array>,
      expectedBytes: paper.length,
    };
    const file = await this.domains.get(UploadFile).toSupplement(actor, { params, query }, upload);
    const body = { supplementId: this.supplementId, answers: {}, attachments: [file.attachmentId] };
    return this.domains.get(AnswerSupplement).execute(actor, this.request(body), this.key());
  }

  private withdraw(): Promise<DossierState> {
    const actor = citizen(this.plot.applicant);
    return this.domains
      .get(WithdrawDossier)
      .execute(actor, this.request({ reason: 'Tôi đã tìm thấy bản chính.' }), this.key());
  }

  private searchValues(): Answers {
    const { applicant, ending, random } = this.plot;
    if (ending === 'returned-negative') {
      return {
        found: 'no',
        notFoundReason: 'Sổ của năm đã khai không có thông tin này.',
        searchedRegisters: 'Sổ các năm 1990–2000',
      };
    }
    return {
      found: 'yes',
      registerVolume: `0${1 + Math.floor(random() * 9)}/${applicant.birthDate.slice(0, 4)}`,
      registerNumber: String(1 + Math.floor(random() * 400)),
      entryText: `${applicant.name}, sinh ngày ${applicant.birthDate.split('-').reverse().join('/')}.`,
    };
  }

  private complete(actor: OfficerActor, outcome: string, values: Answers = {}): Promise<DossierState> {
    const task = this.state?.tasks[0];
    if (!task) throw new Error('no task is open');
    const { params, query, body } = this.request({ outcome, values });
    return this.domains
      .get(CompleteTask)
      .execute(actor, { params: { ...params, taskId: task.taskId }, query, body }, this.key());
  }

  private giveBack(): Promise<DossierState> {
    const body = {
      method: 'electronic' as const,
      receiverName: this.plot.applicant.name,
      relation: 'owner' as const,
    };
    return this.domains.get(ReturnResult).execute(this.plot.office.oneStop, this.request(body), this.key());
  }
}
