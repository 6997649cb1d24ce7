import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@mocua/contract';
import type { CallInput } from './api-harness';
import { smallPdf } from './filing.builder';

type Call = CallInput<Endpoint>;

/** Somebody at the counter. */
export const assistedFiling = {
  procedureCode: '2.000908',
  channel: 'counter' as const,
  person: { fullName: 'Nguyễn Thị Sen', personalId: '099155000101', birthDate: '1955-03-08' },
};

/** Calls of the access matrix about what an officer files for somebody. */
export const assistedCalls = (
  begin: () => Promise<{ draftId: string }>,
): Readonly<Record<string, () => Call | Promise<Call>>> => ({
  openAssistedDraft: () => ({ body: assistedFiling }),
  getAssistedDraft: async () => ({ params: await begin() }),
  saveAssistedDraft: async () => ({ params: await begin(), body: { version: 999, answers: {} } }),
  fillAssistedDraft: async () => ({ params: await begin(), body: { noticeGiven: true } }),
  uploadToAssistedDraft: async () => ({
    params: await begin(),
    query: { component: 'identity-paper', fileName: 'bản quét.pdf' },
    file: smallPdf,
  }),
  removeFromAssistedDraft: async () => ({
    params: { ...(await begin()), attachmentId: randomUUID() },
  }),
  downloadFromAssistedDraft: async () => ({
    params: { ...(await begin()), attachmentId: randomUUID() },
  }),
  submitAssistedDraft: async () => ({ params: await begin(), body: { version: 999 } }),
});
