import type { LocalizedText } from '../kernel/scalars';

/** Events of life that bring people to a counter. The list is closed, so that pages, packages and filters mean the same. */
export const lifeEvents = {
  'having-a-child': { vi: 'Sinh con', en: 'Having a child' },
  'raising-a-child': { vi: 'Nuôi con', en: 'Raising a child' },
  marriage: { vi: 'Kết hôn', en: 'Marriage' },
  'losing-a-relative': { vi: 'Người thân qua đời', en: 'Losing a relative' },
  'land-and-house': { vi: 'Nhà, đất', en: 'Land and house' },
  borrowing: { vi: 'Vay vốn, thế chấp', en: 'Borrowing money' },
  'starting-a-business': { vi: 'Mở cửa hàng, hộ kinh doanh', en: 'Starting a business' },
  'running-a-business': { vi: 'Đang kinh doanh', en: 'Running a business' },
  'living-with-a-disability': { vi: 'Khuyết tật và trợ giúp', en: 'Disability and support' },
  'growing-old': { vi: 'Tuổi già', en: 'Growing old' },
  studying: { vi: 'Học tập', en: 'Studying' },
  'finding-work': { vi: 'Việc làm', en: 'Finding work' },
  residence: { vi: 'Cư trú', en: 'Residence' },
  health: { vi: 'Sức khỏe, bảo hiểm y tế', en: 'Health and health insurance' },
  'lost-papers': { vi: 'Mất giấy tờ, cần bản sao', en: 'Lost papers and copies' },
  disputes: { vi: 'Tranh chấp, khiếu nại', en: 'Disputes and complaints' },
} as const satisfies Record<string, LocalizedText>;

export type LifeEvent = keyof typeof lifeEvents;

export const lifeEventCodes = Object.keys(lifeEvents) as readonly LifeEvent[];

/** Whether a code is one of the list. */
export function isLifeEvent(code: string): code is LifeEvent {
  return Object.hasOwn(lifeEvents, code);
}
