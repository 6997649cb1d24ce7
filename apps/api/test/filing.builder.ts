import {
  type AnswerValue,
  type DossierId,
  type DraftView,
  openDraft,
  saveDraft,
  submitDossier,
  type SubmissionReceipt,
  uploadToDraft,
} from '@mocua/contract';
import { demoUnitId } from '@mocua/server/identity';
import type { ApiHarness, Session } from './api-harness';

/** The smallest honest PDF: the type sniffer and the structure check accept it. */
export const smallPdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** Builds a filing of procedure 2.000908 step by step; what is not said is filled in sensibly. */
export class FilingBuilder {
  private readonly changes: Record<string, AnswerValue> = {};
  private components: string[] = ['identity-paper'];

  constructor(
    private readonly api: ApiHarness,
    private readonly citizen: Session,
  ) {}

  with(answers: Readonly<Record<string, AnswerValue>>): this {
    Object.assign(this.changes, answers);
    return this;
  }

  /** For somebody else: asks for the proof of the relation. */
  asRepresentative(): this {
    this.components = ['identity-paper', 'relation-paper'];
    return this.with({ relation: 'representative', subjectName: 'Nguyễn Thị Sen' });
  }

  withFiles(...components: string[]): this {
    this.components = components;
    return this;
  }

  /** A saved draft with its files, ready to be filed. */
  async draft(): Promise<DraftView> {
    const opened = await this.api.call(openDraft, {
      as: this.citizen,
      body: { procedureCode: '2.000908', startNew: true },
    });
    if (opened.status !== 200) throw new Error(JSON.stringify(opened.problem));
    return this.complete(opened.body);
  }

  /** Fills in a draft that is there and gives it its files. */
  async complete(draft: DraftView): Promise<DraftView> {
    const answers = {
      phone: '0900000103',
      address: { text: 'Thôn Đông, xã Đồng Sen, tỉnh Sông Ngân' },
      ...draft.answers,
      relation: 'self',
      paperKind: 'birth',
      registerKeeper: demoUnitId('dong-sen'),
      copies: 2,
      returnMethod: 'electronic',
      confirmed: true,
      ...this.changes,
    };
    const saved = await this.api.call(saveDraft, {
      as: this.citizen,
      params: { draftId: draft.draftId },
      body: { version: draft.version, answers },
    });
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.problem));
    for (const component of this.components) {
      const uploaded = await this.api.call(uploadToDraft, {
        as: this.citizen,
        params: { draftId: draft.draftId },
        query: { component, fileName: 'giấy tờ.pdf' },
        file: smallPdf,
      });
      if (uploaded.status !== 200) throw new Error(JSON.stringify(uploaded.problem));
    }
    return { ...draft, version: saved.body.version };
  }

  async submit(): Promise<SubmissionReceipt> {
    const draft = await this.draft();
    const submitted = await this.api.call(submitDossier, {
      as: this.citizen,
      params: { draftId: draft.draftId },
      body: { version: draft.version },
    });
    if (submitted.status !== 200) throw new Error(JSON.stringify(submitted.problem));
    return submitted.body;
  }

  async dossierId(): Promise<DossierId> {
    return (await this.submit()).dossierId;
  }
}

export function aFiling(api: ApiHarness, citizen: Session): FilingBuilder {
  return new FilingBuilder(api, citizen);
}
