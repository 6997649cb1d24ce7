import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@mocua/contract';
import type { Matrix } from './access-matrix';
import type { CallInput } from './api-harness';

/** Who may do what about personal data; written by hand and reviewed like `access-matrix.ts`. */
export const privacyCitizenMatrix: Matrix = {
  // anonymous kiosk officer | own delegated filed | others delegate-others
  getPrivacy: '             1 1 1  A A A  A A',
  decideConsent: '          1 1 1  A A A  A A',
  listMyRightsRequests: '   1 1 1  A A A  A A',
  fileRightsRequest: '      1 1 1  A A A  A A',
  // A request nobody filed; that one’s own can be taken back by nobody else is shown in privacy.int-spec.ts.
  takeBackRightsRequest: '  1 1 1  4 4 4  4 4',
  downloadMyData: '         1 1 1  A A A  A A',
};

export const privacyOfficerColumns = [
  'anonymous',
  'citizen',
  'no-role',
  'one-stop',
  'specialist',
  'leader',
  'inspector',
  'unit-admin*',
  'system-admin',
  'data-protection',
];

/** Only the officer whom the law names; and that officer reads no dossier. */
export const privacyOfficerMatrix: Matrix = {
  // anonymous citizen no-role | one-stop specialist leader | inspector unit-admin* system-admin | data-protection
  listRightsDesk: '            1 1 3  3 3 3  3 3 3  A',
  getDeskRequest: '            1 1 3  3 3 3  3 3 3  4',
  acknowledgeRightsRequest: '  1 1 3  3 3 3  3 3 3  4',
  extendRightsRequest: '       1 1 3  3 3 3  3 3 3  4',
  answerRightsRequest: '       1 1 3  3 3 3  3 3 3  4',
  listBreaches: '              1 1 3  3 3 3  3 3 3  A',
  getBreach: '                 1 1 3  3 3 3  3 3 3  4',
  recordBreach: '              1 1 3  3 3 3  3 3 3  A',
  amendBreach: '               1 1 3  3 3 3  3 3 3  4',
  exportBreaches: '            1 1 3  3 3 3  3 3 3  A',
};

export const aBreach = {
  title: 'Gửi nhầm tệp cho người khác',
  kind: 'disclosed' as const,
  happenedAt: null,
  knownAt: '2026-11-16T01:00:00.000Z',
  data: 'Họ tên, địa chỉ trong ba hồ sơ',
  people: 3,
  consequences: 'Có thể bị làm phiền.',
  measures: 'Đã thu hồi tệp.',
  harmPossible: true,
  biometricOrLocation: false,
  authorityToldAt: null,
  peopleToldAt: null,
  fixedAt: null,
};

/** Calls that pass the input rules, about requests and breaches that nobody has. */
export const privacyCalls: Readonly<Record<string, () => CallInput<Endpoint>>> = {
  getPrivacy: () => ({}),
  decideConsent: () => ({ body: { purpose: 'service-news', textVersion: 1, decision: 'withdrawn' } }),
  listMyRightsRequests: () => ({}),
  fileRightsRequest: () => ({ body: { kind: 'access', details: 'Cho tôi xem dữ liệu của tôi.' } }),
  takeBackRightsRequest: () => ({ params: { requestId: randomUUID() }, body: { version: 1 } }),
  downloadMyData: () => ({}),
  listRightsDesk: () => ({ query: { state: 'open' } }),
  getDeskRequest: () => ({ params: { requestId: randomUUID() } }),
  acknowledgeRightsRequest: () => ({ params: { requestId: randomUUID() }, body: { version: 1 } }),
  extendRightsRequest: () => ({
    params: { requestId: randomUUID() },
    body: { version: 1, reason: 'Cần hỏi cơ quan khác.' },
  }),
  answerRightsRequest: () => ({
    params: { requestId: randomUUID() },
    body: { version: 1, outcome: 'fulfilled', answer: 'Đã gửi bản sao cho ông bà.' },
  }),
  listBreaches: () => ({ query: {} }),
  getBreach: () => ({ params: { breachId: randomUUID() } }),
  recordBreach: () => ({ body: aBreach }),
  amendBreach: () => ({ params: { breachId: randomUUID() }, body: { version: 1, content: aBreach } }),
  exportBreaches: () => ({}),
};
