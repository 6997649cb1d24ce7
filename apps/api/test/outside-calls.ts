import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@mocua/contract';
import type { Owned } from './access-objects';
import type { CallInput } from './api-harness';
import { smallPdf } from './filing.builder';

/** How officers ask for what other systems hold of a dossier: the post, registers, signing and sector systems. */
export const outsideCalls: Readonly<Record<string, (owned: Owned) => CallInput<Endpoint>>> = {
  getDossierOrigins: ({ dossier }) => ({ params: dossier }),
  checkRegister: ({ dossier }) => ({ params: { ...dossier, register: 'population' } }),
  postResult: ({ dossier }) => ({
    params: dossier,
    body: {
      version: 999,
      relation: 'owner',
      receiverName: 'Trần Văn Lâm',
      phone: '0900000103',
      street: 'Thôn Đông',
      ward: 'xã Đồng Sen',
      province: 'tỉnh Sông Ngân',
    },
  }),
  recallParcel: ({ dossier }) => ({ params: dossier, body: { version: 999 } }),
  getDossierParcel: ({ dossier }) => ({ params: dossier }),
  getSignatures: ({ dossier }) => ({ params: dossier }),
  askForSignature: ({ dossier }) => ({ params: { ...dossier, documentId: randomUUID() } }),
  recordPaperSignature: ({ dossier }) => ({
    params: { ...dossier, documentId: randomUUID() },
    query: { fileName: 'đã ký.pdf', reason: 'service-down' },
    file: smallPdf,
  }),
  listHandovers: ({ dossier }) => ({ params: dossier }),
  downloadSectorResult: ({ dossier }) => ({ params: { ...dossier, taskId: randomUUID() } }),
  listOutgoingDocuments: ({ dossier }) => ({ params: dossier }),
  listOutboundLanes: () => ({}),
  listDeadLetters: () => ({ params: { destination: 'post' }, query: {} }),
  replayDeadLetter: () => ({ params: { destination: 'post', deliveryId: '999999999' } }),
  listReports: () => ({}),
  getReport: () => ({ params: { month: '2025-07', version: '9' }, query: {} }),
  releaseReport: () => ({ params: { month: '2025-07', version: '9' }, body: { answerable: 'Văn phòng' } }),
  prepareReport: () => ({ body: { month: '2025-01', reason: null } }),
  listLocalNumbers: () => ({ query: {} }),
  noteNumberEntered: () => ({ params: { taskId: randomUUID() } }),
  downloadOutgoingDocument: ({ dossier }) => ({
    params: { ...dossier, taskId: randomUUID(), which: 'issued' },
  }),
};
