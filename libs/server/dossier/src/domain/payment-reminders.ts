import { lateFrom, type PaymentRequest } from '@mocua/engine/dossier';

/** One version of when people are reminded that the last day to pay comes near. */
export interface PaymentReminder {
  readonly version: number;
  /** `YYYY-MM-DD` in Vietnam; holds for what is asked for from that day on. */
  readonly effectiveFrom: string;
  readonly source: { readonly reference: string; readonly verified: boolean };
  /** How many days before the last day. */
  readonly daysBefore: number;
  /** Time of that day in Vietnam, `HH:mm`; no quiet hour of any channel. */
  readonly at: string;
}

/** No rule of law sets a reminder; it is the province's to decide. A new version is added with its date, and none is changed. */
export const declaredPaymentReminders: readonly PaymentReminder[] = [
  {
    version: 1,
    effectiveFrom: '2026-01-01',
    source: { reference: 'Quyết định của tỉnh (chưa ban hành, cấu hình tạm)', verified: false },
    daysBefore: 3,
    at: '08:00',
  },
];

/** When the person is reminded, ISO instant; null when the request came so late that it says the same. */
export function remindAt(
  request: Pick<PaymentRequest, 'payBy' | 'requestedAt'>,
  versions: readonly PaymentReminder[] = declaredPaymentReminders,
): string | null {
  const asked = Date.parse(request.requestedAt);
  const day = new Date(asked + vietnamMs).toISOString().slice(0, 10);
  const rule = versions.filter(({ effectiveFrom }) => effectiveFrom <= day).at(-1);
  if (!rule) return null;
  const [hours = 0, minutes = 0] = rule.at.split(':').map(Number);
  const lastDay = Date.parse(lateFrom(request)) - dayMs;
  const at = lastDay - rule.daysBefore * dayMs + (hours * 60 + minutes) * 60_000;
  return at > asked ? new Date(at).toISOString() : null;
}

const vietnamMs = 7 * 3_600_000;
const dayMs = 86_400_000;
