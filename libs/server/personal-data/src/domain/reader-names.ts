import { type LocalizedText, roleNames } from '@mocua/contract';

/**
 * How readers are called that are no unit. With a reading the Vietnamese name is written down, as evidence; whoever looks at
 * it reads it in their own language.
 */
export const readerNames = {
  yourself: { vi: 'Chính bạn', en: 'You yourself' },
  sharedWith: { vi: 'Người được bạn chia sẻ giấy tờ', en: 'Somebody you share a paper with' },
  actingForYou: {
    vi: 'Người nộp hồ sơ hoặc người bạn cho làm thay',
    en: 'Whoever filed the dossier, or may act for you',
  },
  citizen: { vi: 'Người làm thủ tục', en: 'Somebody doing a procedure' },
  tracker: { vi: 'Người có mã hồ sơ và mã PIN', en: 'Somebody with the dossier code and its PIN' },
  officer: { vi: 'Cán bộ', en: 'An officer' },
  kiosk: { vi: 'Ki-ốt dịch vụ công', en: 'A public-service kiosk' },
  portal: { vi: 'Cổng Dịch vụ công', en: 'The public-service portal' },
  system: { vi: 'Hệ thống', en: 'The system' },
  operator: { vi: 'Người vận hành hệ thống', en: 'Somebody running the system' },
  deadlines: { vi: 'Hệ thống theo dõi thời hạn', en: 'The system that watches deadlines' },
  notices: { vi: 'Hệ thống gửi thông báo', en: 'The system that sends notices' },
  money: { vi: 'Hệ thống thu phí, lệ phí', en: 'The system that collects fees' },
  nationalPortal: {
    vi: 'Hệ thống đồng bộ với Cổng Dịch vụ công quốc gia',
    en: 'The system that keeps the national portal informed',
  },
  nationalPortalFiles: {
    vi: 'Cổng Dịch vụ công quốc gia gửi hồ sơ đến',
    en: 'The national portal, passing on a dossier',
  },
  nationalPortalFetches: {
    vi: 'Cổng Dịch vụ công quốc gia lấy kết quả',
    en: 'The national portal, fetching a result',
  },
  nationalStore: {
    vi: 'Hệ thống gửi kết quả đến Kho dữ liệu quốc gia',
    en: 'The system that sends results to the national store',
  },
  ownStore: { vi: 'Kho giấy tờ của bạn', en: 'Your store of papers' },
  post: { vi: 'Hệ thống gửi kết quả qua bưu điện', en: 'The system that sends results by post' },
  signing: { vi: 'Hệ thống ký số kết quả', en: 'The system that has results signed' },
  documents: {
    vi: 'Hệ thống trình ký, lấy số văn bản',
    en: 'The system that has documents signed and numbered',
  },
  sectorSystems: {
    vi: 'Hệ thống chuyển hồ sơ cho hệ thống chuyên ngành',
    en: 'The system that hands dossiers to sector systems',
  },
} as const satisfies Record<string, LocalizedText>;
export type ReaderName = keyof typeof readerNames;

const known: ReadonlyMap<string, LocalizedText> = new Map(
  Object.values(readerNames).map((name) => [name.vi, name]),
);

/** The label of an officer: unit and role, and what it says. */
export function officerLabel(unit: string, role: keyof typeof roleNames): string {
  return `${unit}, ${roleNames[role].vi}`;
}

/** What a label that was written down says; names of units and agencies stay as they are. */
export function readerText(label: string): LocalizedText {
  const role = Object.values(roleNames).find(({ vi }) => label.endsWith(`, ${vi}`));
  if (role) return { vi: label, en: label.slice(0, -role.vi.length) + role.en };
  return { ...(known.get(label) ?? { vi: label, en: label }) };
}
