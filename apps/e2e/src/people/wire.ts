import { randomUUID } from 'node:crypto';
import type { APIResponse, BrowserContext } from 'playwright-core';
import type {
  DossierId,
  DraftView,
  OfficerDossierView,
  PaperWords,
  SessionView,
  StoredPaperView,
  SubmissionReceipt,
  UnitOption,
} from '@mocua/contract';
import { scannedPage } from './papers';
import { origin } from './visitor';

/** The interface as the pages of a signed-in person use it: for what a test needs to be there, not for what it shows. */
export class Wire {
  private constructor(
    private readonly context: BrowserContext,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  static async of(context: BrowserContext, audience: 'citizen' | 'officer', role?: string): Promise<Wire> {
    const response = await context.request.get(`${origin()}/api/v1/session?audience=${audience}`);
    const session = (await response.json()) as SessionView;
    const assignments = session.person?.assignments ?? [];
    const assignment = assignments.find((each) => each.role === role) ?? assignments[0];
    return new Wire(context, {
      'x-csrf-token': session.csrfToken ?? '',
      ...(assignment ? { 'mocua-assignment': assignment.assignmentId } : {}),
    });
  }

  get<T>(path: string): Promise<T> {
    return this.#read(this.context.request.get(`${origin()}/api/v1${path}`, { headers: this.headers }));
  }

  send<T>(method: 'POST' | 'PUT', path: string, data: unknown): Promise<T> {
    return this.#read(
      this.context.request.fetch(`${origin()}/api/v1${path}`, {
        method,
        headers: { ...this.headers, 'idempotency-key': randomUUID(), 'content-type': 'application/json' },
        data: JSON.stringify(data),
      }),
    );
  }

  /** A saved draft of procedure 2.000908 for oneself, complete but for the filing. */
  async draft(): Promise<DraftView> {
    const draft = await this.send<DraftView>('POST', '/citizen/drafts', {
      procedureCode: '2.000908',
      startNew: true,
    });
    const units = await this.get<{ items: UnitOption[] }>('/public/units?filter=register-keeper');
    const keeper = units.items.find((unit) => unit.name === 'UBND xã Đồng Sen');
    const answers = {
      phone: '0900000106',
      address: { text: 'Thôn Trung, xã Đồng Sen, tỉnh Sông Ngân' },
      ...draft.answers,
      relation: 'self',
      paperKind: 'birth',
      registerKeeper: keeper?.unitId,
      copies: 2,
      returnMethod: 'electronic',
      confirmed: true,
    };
    const saved = await this.send<{ version: number }>('PUT', `/citizen/drafts/${draft.draftId}/answers`, {
      version: draft.version,
      answers,
    });
    const query = new URLSearchParams({ component: 'identity-paper', fileName: scannedPage.name });
    await this.#read(
      this.context.request.post(
        `${origin()}/api/v1/citizen/drafts/${draft.draftId}/attachments?${query.toString()}`,
        {
          headers: {
            ...this.headers,
            'idempotency-key': randomUUID(),
            'content-type': 'application/octet-stream',
          },
          data: scannedPage.buffer,
        },
      ),
    );
    return { ...draft, version: saved.version };
  }

  /** Puts a paper of one's own into the store. */
  async keepPaper(words: Partial<PaperWords>): Promise<StoredPaperView> {
    const query = new URLSearchParams({ fileName: scannedPage.name });
    const { paperId } = await this.#read<StoredPaperView>(
      this.context.request.post(`${origin()}/api/v1/citizen/store/papers?${query.toString()}`, {
        headers: {
          ...this.headers,
          'idempotency-key': randomUUID(),
          'content-type': 'application/octet-stream',
        },
        data: scannedPage.buffer,
      }),
    );
    return this.send('PUT', `/citizen/store/papers/${paperId}/words`, {
      kind: 'identity',
      title: 'Thẻ căn cước của tôi',
      number: '',
      issuer: 'Bộ Công an',
      issuedOn: '2024-01-02',
      validUntil: null,
      ...words,
    });
  }

  async file(): Promise<SubmissionReceipt> {
    const { draftId, version } = await this.draft();
    return this.send('POST', `/citizen/drafts/${draftId}/submission`, { version });
  }

  /** One step of an officer with a dossier, on its present version. */
  async act(
    dossierId: DossierId,
    step: string,
    body: Readonly<Record<string, unknown>> = {},
  ): Promise<OfficerDossierView> {
    const path = `/officer/dossiers/${dossierId}`;
    const { version } = await this.get<OfficerDossierView>(path);
    return this.send('POST', `${path}/${step}`, { version, ...body });
  }

  /** Completes the open step of a dossier. */
  async complete(
    dossierId: DossierId,
    outcome: string,
    values: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const { tasks } = await this.get<OfficerDossierView>(`/officer/dossiers/${dossierId}`);
    await this.act(dossierId, `tasks/${tasks[0]?.taskId ?? ''}/completion`, { outcome, values });
  }

  async #read<T>(asked: Promise<APIResponse>): Promise<T> {
    const response = await asked;
    if (!response.ok()) throw new Error(`${response.url()}: ${response.status()} ${await response.text()}`);
    return (await response.json()) as T;
  }
}
