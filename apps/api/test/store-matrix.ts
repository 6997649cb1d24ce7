import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@mocua/contract';
import { demoUnitId } from '@mocua/server/identity';
import type { Matrix } from './access-matrix';
import type { Owned } from './access-objects';
import type { CallInput } from './api-harness';
import { smallPdf } from './filing.builder';

/**
 * Who may do what with stored papers; written by hand and reviewed like `access-matrix.ts`. Officers reach a stored paper
 * through a dossier that holds it, or through a share with their agency: rows in `access-matrix.ts`, unit-sharing.int-spec.ts.
 * Papers and shares that nobody has are 404 for all; that one's own are nobody else's is shown in data-store.int-spec.ts.
 */
export const storeMatrix: Matrix = {
  // anonymous kiosk officer | own delegated filed | others delegate-others
  listStoredPapers: '       1 1 1  A A A  A A',
  uploadStoredPaper: '      1 1 1  A A A  A A',
  describeStoredPaper: '    1 1 1  4 4 4  4 4',
  hideStoredPaper: '        1 1 1  4 4 4  4 4',
  deleteStoredPaper: '      1 1 1  4 4 4  4 4',
  downloadStoredPaper: '    1 1 1  4 4 4  4 4',
  sharePaper: '             1 1 1  4 4 4  4 4',
  listGivenShares: '        1 1 1  A A A  A A',
  endShare: '               1 1 1  4 4 4  4 4',
  listReceivedShares: '     1 1 1  A A A  A A',
  downloadSharedPaper: '    1 1 1  4 4 4  4 4',
  findUnitsToShare: '       1 1 1  A A A  A A',
  shareWithUnit: '          1 1 1  4 4 4  4 4',
  listGivenUnitShares: '    1 1 1  A A A  A A',
  endUnitShare: '           1 1 1  4 4 4  4 4',
  findNationalPapers: '     1 1 1  A A A  A A',
  importNationalPaper: '    1 1 1  A A A  A A',
  listProfileFacts: '       1 1 1  A A A  A A',
  keepProfileFact: '        1 1 1  A A A  A A',
  takeIdentityFacts: '      1 1 1  A A A  A A',
  useProfileFact: '         1 1 1  4 4 4  4 4',
  hideProfileFact: '        1 1 1  4 4 4  4 4',
  deleteProfileFact: '      1 1 1  4 4 4  4 4',
  listPapersForDraft: '     1 1 1  A A A  4 4',
  reuseStoredPaper: '       1 1 1  A A A  4 4',
};

const aPaper = () => ({ params: { paperId: randomUUID() } });
const aFact = () => ({ params: { factId: randomUUID() } });
const aShare = () => ({ params: { shareId: randomUUID() } });

/** Calls that pass the input rules. */
export const storeCalls: Readonly<Record<string, (owned: Owned) => CallInput<Endpoint>>> = {
  listStoredPapers: () => ({ query: {} }),
  uploadStoredPaper: () => ({ query: { fileName: 'a.pdf' }, file: smallPdf }),
  describeStoredPaper: () => ({
    ...aPaper(),
    body: { kind: 'other', title: 'Giấy', number: '', issuer: '', issuedOn: null, validUntil: null },
  }),
  hideStoredPaper: () => ({ ...aPaper(), body: { hidden: true } }),
  deleteStoredPaper: aPaper,
  downloadStoredPaper: aPaper,
  sharePaper: () => ({
    ...aPaper(),
    body: { recipient: { kind: 'tax-code', value: '0990000001' }, until: '2026-11-20' },
  }),
  findUnitsToShare: () => ({ query: { search: 'dong sen' } }),
  shareWithUnit: () => ({
    ...aPaper(),
    body: { unitId: demoUnitId('dong-sen'), purpose: { kind: 'support' }, until: '2026-11-20' },
  }),
  listGivenUnitShares: () => ({}),
  endUnitShare: aShare,
  findNationalPapers: () => ({}),
  importNationalPaper: () => ({ body: { code: 'QG-1' } }),
  listProfileFacts: () => ({}),
  keepProfileFact: () => ({
    body: { fact: { kind: 'phone', text: '0900000199' }, fillsForms: false, validUntil: null },
  }),
  takeIdentityFacts: () => ({}),
  useProfileFact: () => ({ ...aFact(), body: { fillsForms: true } }),
  hideProfileFact: () => ({ ...aFact(), body: { hidden: true } }),
  deleteProfileFact: aFact,
  listGivenShares: () => ({}),
  endShare: aShare,
  listReceivedShares: () => ({}),
  downloadSharedPaper: aShare,
  listPapersForDraft: ({ draft }) => ({ params: draft }),
  reuseStoredPaper: ({ draft }) => ({ params: draft, body: { component: 'unknown', paperId: randomUUID() } }),
};
