import type { LocalizedText } from '@mocua/contract';

/** What stands against erasing a person. */
export interface Holdings {
  /** Dossiers nobody has finished with. */
  readonly openDossiers: number;
  /** When the finished ones ended, as dates in Vietnam. */
  readonly closedOn: readonly string[];
  readonly drafts: number;
}

/** How long finished dossiers stay in the archives. Not read in any law yet, so a setting with its source. */
export interface ArchivalRule {
  readonly years: number;
  readonly source: string;
  readonly verified: boolean;
}
export const declaredArchivalRule: ArchivalRule = {
  years: 10,
  source: 'đặt tạm, chờ bảng thời hạn bảo quản của tỉnh',
  verified: false,
};

export interface ErasurePlan {
  /** The key is destroyed and with it everything that was ever sealed for the person. */
  readonly whole: boolean;
  readonly openDossiers: number;
  readonly removes: readonly LocalizedText[];
  readonly keeps: readonly {
    readonly what: LocalizedText;
    readonly why: LocalizedText;
    /** `YYYY-MM-DD`; null when it depends on something to come. */
    readonly until: string | null;
  }[];
}

const drafts = {
  vi: 'Bản nháp chưa nộp và giấy tờ trong đó',
  en: 'Drafts that were not filed, with their papers',
};
const ownPapers = {
  vi: 'Giấy tờ bạn tự tải lên Kho giấy tờ',
  en: 'Papers you put into your store yourself',
};
const everything = {
  vi: 'Tên, thông tin định danh và mọi nội dung đã lưu về bạn',
  en: 'Name, identity data and everything that is kept about you',
};

/**
 * What an erasure removes and what it must leave, and why.
 *
 * @legal Luật 91/2025 Điều 14, 19 (erasure gives way to duties of law and of the archives)
 */
export function planErasure(holdings: Holdings, rule: ArchivalRule, today: string): ErasurePlan {
  const { openDossiers, closedOn } = holdings;
  const kept = closedOn.map((day) => yearsAfter(day, rule.years)).filter((until) => until > today);
  const whole = openDossiers === 0 && kept.length === 0;
  const keeps: ErasurePlan['keeps'][number][] = [];
  if (openDossiers > 0)
    keeps.push({
      what: { vi: `${openDossiers} hồ sơ đang giải quyết`, en: `${openDossiers} dossiers under way` },
      why: { vi: 'Cơ quan cần dữ liệu này để giải quyết', en: 'The agency needs the data to handle them' },
      until: null,
    });
  if (kept.length > 0)
    keeps.push({
      what: { vi: `${kept.length} hồ sơ đã xong`, en: `${kept.length} finished dossiers` },
      why: {
        vi: `Phải lưu trữ ${rule.years} năm (${rule.source})`,
        en: `They must be archived for ${rule.years} years (${rule.source})`,
      },
      until: kept.reduce((latest, until) => (until > latest ? until : latest)),
    });
  keeps.push({
    what: { vi: 'Nhật ký ai đã xem dữ liệu', en: 'The record of who read your data' },
    why: {
      vi: 'Để chứng minh việc bảo vệ dữ liệu; không chứa nội dung hồ sơ',
      en: 'It proves how the data was protected; it holds none of it',
    },
    until: null,
  });
  return {
    whole,
    openDossiers,
    removes: whole ? [everything, drafts, ownPapers] : [drafts, ownPapers],
    keeps,
  };
}

/** A day that a year does not have counts as the next one, which never shortens the time. */
function yearsAfter(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}
