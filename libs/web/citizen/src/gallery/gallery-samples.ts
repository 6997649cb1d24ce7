import type { DueDerivation, ProblemDocument, ProcessingState, ProcessView } from '@mocua/contract';
import { ConnectionError, ProblemError } from '@mocua/web/kernel';
import type { FeeLineItem, TimelineItem, UploadedFile, UploadInProgress } from '@mocua/web/ui';

/** Invented content that puts every component into every state. */
const document: ProblemDocument = {
  type: 'about:blank',
  title: 'Bản nháp này vừa được sửa ở máy khác.',
  status: 409,
  detail: 'Hãy so hai bản rồi chọn bản muốn giữ. Chưa mất gì cả.',
  code: 'draft.stale',
  params: {},
  fields: [],
  correlationId: '7f3a-0012',
};

export const failures = [
  new ProblemError(document),
  new ProblemError({
    ...document,
    code: 'session.required',
    status: 401,
    title: 'Bạn chưa đăng nhập, hoặc đã lâu không dùng nên cổng tự đăng xuất.',
    detail: 'Hãy đăng nhập lại. Những gì bạn đang nhập vẫn còn.',
  }),
  new ProblemError({
    ...document,
    code: 'system.unexpected',
    status: 500,
    title: 'Cổng đang gặp trục trặc. Không phải lỗi của bạn.',
    detail: 'Hãy thử lại; nếu vẫn lỗi, gọi đường dây nóng và đọc mã bên dưới.',
  }),
  new ConnectionError('offline'),
  new ConnectionError('interrupted'),
] as const;

export const states: readonly ProcessingState[] = [
  'submitted',
  'pre-supplement',
  'refused',
  'received',
  'transferring',
  'processing',
  'awaiting-supplement',
  'awaiting-payment',
  'done',
  'returned',
  'withdrawn',
  'stopped',
];

export const files: readonly UploadedFile[] = [
  { attachmentId: 'a', fileName: 'can-cuoc-mat-truoc.jpg', size: 1_430_000 },
  {
    attachmentId: 'b',
    fileName: 'quyet-dinh-giam-ho-co-ten-tep-rat-dai-khong-co-dau-cach-nao-ca.pdf',
    size: 820_000,
  },
];

/** Made on demand: a `File` exists only in a browser. */
export function uploads(): readonly UploadInProgress[] {
  const file = (name: string): File => new File(['x'.repeat(2000)], name);
  return [
    { key: '1', file: file('mat-sau.jpg'), share: 0.4, failure: null },
    { key: '2', file: file('giay-uy-quyen.pdf'), share: 0.7, failure: new ConnectionError('interrupted') },
  ];
}

const officer = { kind: 'officer', label: 'Trung tâm Phục vụ hành chính công xã Bình Minh' } as const;
export const timeline: readonly TimelineItem[] = [
  { seq: 1, at: '2026-11-23T02:10:00Z', kind: 'dossier-submitted', actor: { kind: 'applicant', label: '' } },
  { seq: 2, at: '2026-11-23T03:00:00Z', kind: 'dossier-received', actor: officer },
  {
    seq: 3,
    at: '2026-11-23T04:00:00Z',
    kind: 'supplement-requested',
    actor: officer,
    note: 'Ảnh mặt sau căn cước bị mờ.\nHãy chụp lại, đủ bốn góc.',
  },
  { seq: 4, at: '2026-11-24T04:00:00Z', kind: 'an-event-of-tomorrow', actor: { kind: 'system', label: '' } },
];

export const due: DueDerivation = {
  startEvent: 'arrived-at-competent-unit',
  startedAt: '2026-11-20T08:30:00Z',
  countedFrom: '2026-11-20T08:30:00Z',
  duration: { amount: 8, unit: 'working-hour' },
  source: { citation: 'Nghị định 118/2025/NĐ-CP', effectiveFrom: '2025-07-01', verified: true },
  calendar: { id: 'H99', version: 1 },
  segments: [
    { from: '2026-11-20T08:30:00Z', to: '2026-11-20T10:00:00Z', minutes: 90 },
    { from: '2026-11-23T00:30:00Z', to: '2026-11-23T04:30:00Z', minutes: 240 },
    { from: '2026-11-23T06:00:00Z', to: '2026-11-23T08:30:00Z', minutes: 150 },
  ],
  skipped: [
    { date: '2026-11-21', reason: 'weekend' },
    { date: '2026-11-22', reason: 'weekend' },
  ],
  pauses: [],
  extensions: [],
  originalDueAt: '2026-11-23T08:30:00Z',
  dueAt: '2026-11-23T08:30:00Z',
  remainingMinutes: null,
};

export const movedDue: DueDerivation = {
  ...due,
  pauses: [
    {
      from: '2026-11-23T01:00:00Z',
      to: '2026-11-24T01:00:00Z',
      cause: 'supplement',
      ground: 'Bổ sung hồ sơ',
      by: 'Cán bộ một cửa',
      policy: 'extend',
    },
  ],
  dueAt: '2026-11-24T08:30:00Z',
};

export const feeLines: readonly FeeLineItem[] = [
  {
    name: { vi: 'Lệ phí cấp bản sao', en: 'Charge for copies' },
    explanation: { vi: '2 bản sao × 8.000 đồng = 16.000 đồng.', en: '2 × 8,000 VND per copy = 16,000 VND.' },
    notes: ['Nộp khi nhận kết quả.'],
  },
  {
    name: { vi: 'Phí thẩm định', en: 'Fee for the appraisal' },
    explanation: {
      vi: 'Được miễn 100.000 đồng: Người có công với cách mạng (một văn bản mẫu).',
      en: 'Waived 100,000 VND: person of merit (a sample text).',
    },
  },
];

const node = { y: 40, width: 130, height: 60 } as const;
export const process: ProcessView = {
  width: 760,
  height: 140,
  nodes: [
    { id: 's', type: 'start', name: '', x: 10, y: 55, width: 30, height: 30, state: 'done' },
    { id: 'a', type: 'task', name: 'Tra sổ gốc', x: 80, ...node, state: 'done' },
    {
      id: 'g',
      type: 'exclusive-gateway',
      name: 'Có trong sổ?',
      x: 255,
      y: 50,
      width: 40,
      height: 40,
      state: 'done',
    },
    { id: 'b', type: 'task', name: 'Lãnh đạo ký bản sao', x: 350, ...node, state: 'current' },
    { id: 'c', type: 'task', name: 'Văn thư vào sổ, đóng dấu', x: 530, ...node, state: 'pending' },
    { id: 'e', type: 'end', name: '', x: 710, y: 55, width: 30, height: 30, state: 'pending' },
  ],
  flows: [
    {
      id: '1',
      from: 's',
      to: 'a',
      name: null,
      waypoints: [
        { x: 40, y: 70 },
        { x: 80, y: 70 },
      ],
      taken: true,
    },
    {
      id: '2',
      from: 'a',
      to: 'g',
      name: null,
      waypoints: [
        { x: 210, y: 70 },
        { x: 255, y: 70 },
      ],
      taken: true,
    },
    {
      id: '3',
      from: 'g',
      to: 'b',
      name: 'Có',
      waypoints: [
        { x: 295, y: 70 },
        { x: 350, y: 70 },
      ],
      taken: true,
    },
    {
      id: '4',
      from: 'b',
      to: 'c',
      name: null,
      waypoints: [
        { x: 480, y: 70 },
        { x: 530, y: 70 },
      ],
      taken: false,
    },
    {
      id: '5',
      from: 'c',
      to: 'e',
      name: null,
      waypoints: [
        { x: 660, y: 70 },
        { x: 710, y: 70 },
      ],
      taken: false,
    },
  ],
};
