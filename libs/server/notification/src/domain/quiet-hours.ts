import type { NoticeChannel, NoticeKind } from '@mocua/contract';

/** Between two times of day in Vietnam, `HH:mm`; over midnight when it ends earlier than it begins. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

/** One version of when a channel keeps quiet. */
export interface QuietHours {
  readonly version: number;
  /** `YYYY-MM-DD` in Vietnam. */
  readonly effectiveFrom: string;
  readonly source: { readonly reference: string; readonly verified: boolean };
  /** A channel without a span is never quiet. */
  readonly channels: Readonly<Partial<Record<NoticeChannel, Span>>>;
  /** Kinds that do not wait: somebody else may be at work in the person's name. */
  readonly urgent: readonly NoticeKind[];
}

/** No rule of law sets these hours; they are the province's to decide. */
export const declaredQuietHours: readonly QuietHours[] = [
  {
    version: 1,
    effectiveFrom: '2026-01-01',
    source: { reference: 'Quyết định của tỉnh (chưa ban hành, cấu hình tạm)', verified: false },
    channels: { sms: { from: '21:00', until: '07:00' }, zalo: { from: '21:00', until: '07:00' } },
    urgent: ['withdrawn'],
  },
];

export interface NoticeToTime {
  readonly channel: NoticeChannel;
  readonly kind: NoticeKind;
  /** Until when the person has to do something; null when they have not. */
  readonly personDueAt: string | null;
}

const vietnamMs = 7 * 3_600_000;
const dayMs = 86_400_000;

/**
 * Until when a message has to wait; null when it may go now. The first minute of the span is quiet, its last is not. What the
 * person has to do before the quiet hours end does not wait for them.
 */
export function quietUntil(
  versions: readonly QuietHours[],
  { channel, kind, personDueAt }: NoticeToTime,
  now: Date,
): Date | null {
  const local = new Date(now.getTime() + vietnamMs).toISOString();
  const rules = versions.filter(({ effectiveFrom }) => effectiveFrom <= local.slice(0, 10)).at(-1);
  const span = rules?.channels[channel];
  if (!rules || !span || rules.urgent.includes(kind)) return null;
  const time = local.slice(11, 16);
  const overMidnight = span.until <= span.from;
  const isEvening = time >= span.from;
  const isQuiet = overMidnight ? isEvening || time < span.until : isEvening && time < span.until;
  if (!isQuiet) return null;
  const today = new Date(`${local.slice(0, 10)}T${span.until}:00+07:00`);
  const until = overMidnight && isEvening ? new Date(today.getTime() + dayMs) : today;
  return personDueAt !== null && new Date(personDueAt) <= until ? null : until;
}
