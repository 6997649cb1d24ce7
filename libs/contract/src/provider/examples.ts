import type { EndpointExample } from '../kernel/endpoint';

const procedure = {
  code: '2.000908',
  version: 1,
  name: { vi: 'Cấp bản sao từ sổ gốc', en: 'Copy from the original register' },
  field: { vi: 'Chứng thực', en: 'Certification' },
  onlineFiling: true,
  feeAmount: 0,
  medianWorkingMinutes: null,
};

/** The commune Đồng Sen of the demo province. */
const commune = 'cbcb88f3-ea58-539d-aea2-cce62d040b86';
const unit = (name: string) => ({ unitId: commune, name });

/** The smallest honest PDF. */
const paper =
  'JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+ZW5kb2JqCjIgMCBvYmo8PC9UeXBlL1' +
  'BhZ2VzL0tpZHNbXS9Db3VudCAwPj5lbmRvYmoKdHJhaWxlcjw8L1Jvb3QgMSAwIFI+PgolJUVPRgo=' +
  '';

/** What the description of the API shows; a test sends each request to the running system and compares the answers. */
export const providerExamples = {
  token: {
    body: { grant_type: 'client_credentials', scope: 'dossiers:read procedures:read' },
    response: {
      access_token: 'Qm9pIHZpIG5ndW9pIGRhbiwgaGVvIGx1YXQsIGRhbiBiaWV0',
      token_type: 'Bearer',
      expires_in: 600,
      scope: 'dossiers:read procedures:read',
    },
  },
  procedures: { query: { limit: 1 }, response: { items: [procedure], next: null } },
  dossier: {
    params: { code: 'H99.18-261116-0001' },
    response: {
      code: 'H99.18-261116-0001',
      transactionCode: 'T261116-7KQ4M9XA',
      externalCode: null,
      procedureCode: '2.000908',
      state: 'processing',
      outcome: null,
      delivery: 'none',
      submittedAt: '2026-11-16T01:05:00.000Z',
      receptionDueAt: null,
      originalDueAt: '2026-11-16T10:00:00.000Z',
      dueAt: '2026-11-16T10:00:00.000Z',
      receivingUnit: unit('Trung tâm Phục vụ hành chính công xã Đồng Sen'),
      competentUnit: unit('Ủy ban nhân dân xã Đồng Sen'),
    },
  },
  submission: {
    body: {
      externalCode: 'SLD-2026-000123',
      procedureCode: '2.000908',
      owner: { fullName: 'Phạm Thị Bưởi', personalId: '099188000321', birthDate: '1988-03-08' },
      answers: {
        phone: '0900000321',
        address: { text: 'Thôn Đoài, xã Đồng Sen, tỉnh Sông Ngân' },
        relation: 'self',
        paperKind: 'birth',
        registerKeeper: commune,
        copies: 1,
        returnMethod: 'electronic',
        confirmed: true,
      },
      files: [{ component: 'identity-paper', fileName: 'giay-to.pdf', content: paper }],
    },
    response: {
      transactionCode: 'T261116-7KQ4M9XA',
      externalCode: 'SLD-2026-000123',
      submittedAt: '2026-11-16T01:05:00.000Z',
      receptionDueAt: '2026-11-17T01:05:00.000Z',
      receivingUnit: unit('Trung tâm Phục vụ hành chính công xã Đồng Sen'),
      receipt: {
        canonical: '{"…":"…"}',
        sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        signature: 'base64url',
        keyId: 'key',
      },
    },
  },
  result: {
    body: { documentSha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
    response: { valid: false, standing: 'unknown', kind: null, dossierCode: null, issuedAt: null },
  },
  statistics: {
    response: {
      asOf: '2026-11-16T01:05:00.000Z',
      work: [{ unit: unit('Ủy ban nhân dân xã Đồng Sen'), queue: 'tasks', open: 1, overdue: 0 }],
      durations: [],
    },
  },
  deliveries: { query: { state: 'failed', limit: 20 }, response: { items: [], next: null } },
} as const satisfies Record<string, EndpointExample>;
