import type { Page } from 'playwright-core';

/** What other systems have of a dossier; in the tests of screens none of them is connected. */
const parcel = {
  parcelId: '0199a000-0000-7000-8000-00000000d201',
  standing: 'not-delivered',
  stuck: false,
  trackingNumber: 'CP000000042VN',
  postedAt: '2026-11-20T03:00:00.000Z',
  postagePaidBy: 'receiver',
  points: [
    ['2026-11-23T03:00:00.000Z', 'not-delivered', 'Bưu cục Ngân Thượng'],
    ['2026-11-22T01:00:00.000Z', 'on-the-way', 'Bưu cục Ngân Thượng'],
    ['2026-11-20T09:00:00.000Z', 'collected', null],
  ].map(([at, step, place]) => ({ at, step, place })),
};

const signatures = ['waiting', 'refused', 'holds'].map((state, index) => ({
  documentId: `0199a000-0000-7000-8000-00000000d21${index}`,
  state,
  fault: null,
  signer: 'Kiều Mạnh Cường',
  attempts: index + 1,
  since: '2026-11-23T03:00:00.000Z',
  paperReason: null,
  actions: state === 'refused' ? ['ask-again', 'sign-on-paper'] : [],
}));

function both(vi: string): { readonly vi: string; readonly en: string } {
  return { vi, en: vi };
}

const origins = {
  channel: 'online',
  sourceSystem: 'national',
  externalCode: 'G22.99.00-261119-0042',
  values: [
    {
      fieldId: 'fullName',
      label: both('Họ và tên'),
      state: 'verified',
      source: both('Cơ sở dữ liệu quốc gia về dân cư'),
      obtainedAt: '2026-11-20T03:00:00.000Z',
      fromRegister: true,
    },
  ],
  registers: [
    {
      register: 'population',
      title: both('Cơ sở dữ liệu quốc gia về dân cư'),
      state: 'down',
      whenDown: 'manual',
      downSince: '2026-11-20T03:00:00.000Z',
      check: null,
      mayAsk: true,
    },
    {
      register: 'enterprise',
      title: both('Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp'),
      state: 'down',
      whenDown: 'manual',
      downSince: '2026-11-20T03:00:00.000Z',
      check: {
        outcome: 'differs',
        differing: [both('Địa chỉ trụ sở chính')],
        at: '2026-11-23T03:00:00.000Z',
        by: 'một cửa, Trung tâm Phục vụ hành chính công xã Đồng Sen',
      },
      mayAsk: false,
    },
  ],
};

const handover = {
  taskId: '0199a000-0000-7000-8000-00000000d221',
  system: both('Hệ thống thông tin về đăng ký kinh doanh'),
  stepName: both('Thuế cấp mã số'),
  standing: 'supplement-asked',
  purpose: both('Cấp mã số thuế cho hộ kinh doanh'),
  basis: 'Nghị định 168/2025/NĐ-CP',
  handedOver: [both('Tên hộ kinh doanh'), both('Địa chỉ trụ sở'), both('Giấy đề nghị đăng ký')],
  handedOverAt: '2026-11-20T03:00:00.000Z',
  lastHeardAt: '2026-11-23T03:00:00.000Z',
  externalCode: 'HKD-26-000042',
  trouble: null,
  news: [
    ['2026-11-23T03:00:00.000Z', 'supplement-asked', 'Ghi rõ số nhà của trụ sở.'],
    ['2026-11-20T04:00:00.000Z', 'in-progress', ''],
  ].map(([at, kind, text]) => ({ at, kind, text, number: null, overtaken: false })),
  file: null,
  byHand: 'paper',
  exception: null,
};
/** One document that was issued, one that waits over there, one whose number was given here and there. */
const outgoing = [
  {
    standing: 'issued',
    news: [
      ['received', null, ''],
      ['signed', 'Kiều Mạnh Cường', ''],
      ['numbered', 'Văn thư', ''],
      ['issued', 'Văn thư', ''],
    ],
    issued: { number: '15/QĐ-UBND', issuedOn: '2026-11-23', signer: 'Kiều Mạnh Cường' },
    file: { fileName: 'van-ban.pdf', size: 48_000 },
    signature: { state: 'holds', signers: ['Kiều Mạnh Cường', 'ỦY BAN NHÂN DÂN TỈNH SÔNG NGÂN'] },
    byHand: 'no',
    trouble: null,
    exception: null,
  },
  {
    standing: 'waiting',
    news: [],
    issued: null,
    file: null,
    byHand: 'reason',
    trouble: 'document-management: breaker-open',
    exception: null,
  },
  {
    standing: 'numbered-twice',
    news: [
      ['received', null, ''],
      ['numbered', 'Văn thư', ''],
    ],
    issued: null,
    file: null,
    byHand: 'no',
    trouble: null,
    exception: { at: '2026-11-21T03:00:00.000Z', reason: 'Hệ thống quản lý văn bản ngừng từ sáng.' },
  },
].map((document, index) => ({
  signature: null,
  ...document,
  taskId: `0199a000-0000-7000-8000-00000000d23${index}`,
  stepName: both('Ký, cấp số, phát hành quyết định'),
  kind: both('Quyết định'),
  basis: 'Nghị định 30/2020/NĐ-CP',
  handedOverAt: document.standing === 'waiting' ? null : '2026-11-20T03:00:00.000Z',
  lastHeardAt: null,
  externalCode: document.standing === 'waiting' ? null : `VBD-00004${index}`,
  hasDraft: true,
  news: document.news.map(([kind, by, text]) => ({
    at: '2026-11-23T03:00:00.000Z',
    kind,
    by,
    text,
    number: kind === 'numbered' || kind === 'issued' ? '15/QĐ-UBND' : null,
    overtaken: false,
  })),
}));
const myDocument = { kind: both('Quyết định'), standing: 'signing', since: '2026-11-20T03:00:00.000Z' };
const myHandover = {
  system: handover.system,
  purpose: handover.purpose,
  standing: 'working',
  handedOver: handover.handedOver,
  since: handover.handedOverAt,
};

/** Reads the page anew while the parts of a dossier that other systems hold are as given. */
async function withAnswers(
  page: Page,
  answers: Readonly<Record<string, object>>,
  shown: readonly (string | RegExp)[],
): Promise<void> {
  const addresses = Object.entries(answers).map(
    ([part, json]) => [new RegExp(`/api/v1/\\w+/dossiers/[\\w-]+/${part}$`, 'u'), json] as const,
  );
  for (const [address, json] of addresses) await page.route(address, (route) => route.fulfill({ json }));
  await page.reload();
  for (const text of shown) await page.getByText(text).first().waitFor();
  for (const [address] of addresses) await page.unroute(address);
}

/** A dossier of which a parcel, signatures, values of registers and a step are elsewhere, as its officers see it. */
export async function withOutside(page: Page): Promise<void> {
  const answers = {
    parcel: { parcel },
    signatures: { items: signatures },
    origins,
    handovers: { items: [handover] },
    'outgoing-documents': { items: outgoing },
  };
  await withAnswers(page, answers, [
    'CP000000042VN',
    'G22.99.00-261119-0042',
    /Địa chỉ trụ sở chính/u,
    'Ghi rõ số nhà của trụ sở.',
    /báo văn thư hủy một trong hai số/u,
    /Kiều Mạnh Cường/u,
  ]);
}

/** Numbers that were given here, one of them before numbers were kept. */
export async function withNumbers(page: Page): Promise<void> {
  const items = ['7/QĐ-UBND', null].map((number, index) => ({
    taskId: `0199a000-0000-7000-8000-00000000d24${index}`,
    dossierId: '0199a000-0000-7000-8000-00000000d001',
    dossierCode: `000.00.32.H99-261116-000${index}`,
    number,
    issuedOn: number === null ? null : '2026-11-20',
    reason: 'Hệ thống quản lý văn bản ngừng từ sáng.',
    at: '2026-11-20T03:00:00.000Z',
    enteredAt: null,
  }));
  const address = '**/api/v1/officer/local-numbers*';
  await page.route(address, (route) => route.fulfill({ json: { items, next: null } }));
  await page.reload();
  await page.getByText('7/QĐ-UBND').first().waitFor();
}

/** The same as its applicant sees it. */
export async function withMyOutside(page: Page): Promise<void> {
  const answers = {
    parcel: { parcel },
    origins,
    handovers: { items: [myHandover] },
    'outgoing-documents': { items: [myDocument] },
  };
  await withAnswers(page, answers, [
    'CP000000042VN',
    /đang chờ ký và ghi số/u,
    /đăng ký kinh doanh/u,
    /Cơ sở dữ liệu quốc gia về dân cư/u,
  ]);
}
