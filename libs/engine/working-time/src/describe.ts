import type { DueDerivation } from '@mocua/contract';
import {
  dayOf,
  dayOfMinute,
  localMinuteOf,
  localMsOf,
  minuteOfClock,
  startOfDay,
  weekdayOf,
} from './local-time';
import {
  dateInWords,
  dayInWords,
  minutesInWords,
  momentInWords,
  shortDay,
  weekdayName,
  type Language,
} from './local-words';

type Skipped = DueDerivation['skipped'][number];
type Pause = DueDerivation['pauses'][number];

const startReasons: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  'arrived-at-competent-unit': [
    'khi hồ sơ đến cơ quan giải quyết',
    'when the dossier reached the agency that decides',
  ],
  'arrived-in-system': ['khi hệ thống nhận được hồ sơ', 'when the system received the dossier'],
  submitted: ['khi bạn nộp hồ sơ', 'when you filed the dossier'],
  received: ['khi hồ sơ được tiếp nhận', 'when the dossier was received'],
  'supplement-requested': ['khi cơ quan yêu cầu bổ sung hồ sơ', 'when the agency asked for a supplement'],
  'supplement-submitted': ['khi bạn nộp phần bổ sung', 'when you filed the supplement'],
  forwarded: ['khi hồ sơ được chuyển đi', 'when the dossier was forwarded'],
  paid: ['khi bạn nộp đủ phí, lệ phí', 'when the fees were paid'],
};

const causes: Readonly<Record<Pause['cause'], readonly [vi: string, en: string]>> = {
  supplement: ['chờ người nộp bổ sung hồ sơ', 'the applicant’s supplement was awaited'],
  payment: ['chờ người nộp đóng phí, lệ phí', 'the payment was awaited'],
  'other-agency': ['chờ cơ quan khác giải quyết phần việc của họ', 'another agency had to do its part'],
  outage: ['hệ thống gặp sự cố đã được thông báo', 'there was an announced system incident'],
};

const policies: Readonly<Record<Pause['policy'], readonly [vi: string, en: string]>> = {
  extend: ['Sau đó tính tiếp phần thời gian còn lại.', 'After that the remaining time ran on.'],
  restart: ['Sau đó tính lại từ đầu toàn bộ thời hạn.', 'After that the whole time limit started afresh.'],
  keep: ['Hẹn trả không thay đổi.', 'The due date did not change.'],
};

const units: Readonly<Record<DueDerivation['duration']['unit'], readonly [vi: string, en: string]>> = {
  'working-minute': ['phút làm việc', 'working minute'],
  'working-hour': ['giờ làm việc', 'working hour'],
  'working-day': ['ngày làm việc', 'working day'],
  'calendar-day': ['ngày, tính cả ngày nghỉ', 'calendar day'],
  month: ['tháng', 'month'],
  'same-day': ['', ''],
};

/** The derivation in plain words, one sentence a line, for a citizen who wants to know why this date. */
export function describeDue(derivation: DueDerivation, language: Language): string[] {
  return [
    ...startLines(derivation, language),
    durationLine(derivation, language),
    ...skippedLines(derivation, language),
    ...derivation.pauses.flatMap((pause) => pauseLines(pause, language)),
    ...restartLines(derivation, language),
    ...derivation.extensions.map((extension) => extensionLine(extension, language)),
    ...endLines(derivation, language),
  ];
}

function startLines(derivation: DueDerivation, language: Language): string[] {
  const { startedAt, countedFrom, startEvent, duration } = derivation;
  const reason = Object.hasOwn(startReasons, startEvent) ? startReasons[startEvent] : undefined;
  const started = momentInWords(startedAt, language);
  const because = reason ? (language === 'vi' ? `, ${reason[0]}` : `, ${reason[1]}`) : '';
  if (duration.unit === 'calendar-day' || duration.unit === 'month') {
    const first = dayInWords(
      dayOfMinute(localMinuteOf(wasRestarted(derivation) ? startedAt : countedFrom)) +
        (wasRestarted(derivation) ? 1 : 0),
      language,
    );
    return language === 'vi'
      ? [`Mốc tính là ${started}${because}.`, `Ngày đầu tiên không tính, nên bắt đầu đếm từ ${first}.`]
      : [
          `The time limit refers to ${started}${because}.`,
          `The first day does not count, so counting begins on ${first}.`,
        ];
  }
  if (localMinuteOf(startedAt) === localMinuteOf(countedFrom) || wasRestarted(derivation)) {
    return [
      language === 'vi'
        ? `Bắt đầu tính từ ${started}${because}.`
        : `Counting begins at ${started}${because}.`,
    ];
  }
  const from = momentInWords(countedFrom, language);
  const late = isAfterCutoff(derivation) ? duration.cutoff : undefined;
  const [viReason, enReason] = late
    ? [`Vì đến sau ${late}`, `Because it came after ${late}`]
    : ['Theo giờ làm việc', 'By the working hours'];
  return language === 'vi'
    ? [`Mốc tính là ${started}${because}.`, `${viReason}, bắt đầu tính từ ${from}.`]
    : [`The time limit refers to ${started}${because}.`, `${enReason}, counting begins at ${from}.`];
}

function isAfterCutoff({ startedAt, duration }: DueDerivation): boolean {
  if (duration.cutoff === undefined) return false;
  const midnight = startOfDay(dayOfMinute(localMinuteOf(startedAt)));
  return localMsOf(startedAt) > (midnight + minuteOfClock(duration.cutoff)) * 60_000;
}

function wasRestarted({ pauses }: DueDerivation): boolean {
  return pauses.some((pause) => pause.to !== null && pause.policy === 'restart');
}

function restartLines(derivation: DueDerivation, language: Language): string[] {
  if (!wasRestarted(derivation)) return [];
  const from = momentInWords(derivation.countedFrom, language);
  return [language === 'vi' ? `Lần tính lại bắt đầu từ ${from}.` : `Counting afresh began at ${from}.`];
}

function durationLine({ duration, source }: DueDerivation, language: Language): string {
  const [vi, en] = units[duration.unit];
  const unverified =
    language === 'vi'
      ? ' (căn cứ chưa được đối chiếu với bản công báo)'
      : ' (not yet compared with the official gazette)';
  const ground = source.citation + (source.verified ? '' : unverified);
  if (duration.unit === 'same-day') {
    const cutoff = duration.cutoff;
    const viText = cutoff
      ? `Hồ sơ đến trước hoặc đúng ${cutoff} được xử lý ngay trong ngày làm việc đó`
      : 'Hồ sơ được xử lý ngay trong ngày làm việc';
    const enText = cutoff
      ? `What arrives by ${cutoff} is handled on that working day`
      : 'It is handled on that working day';
    return language === 'vi' ? `${viText}, theo ${ground}.` : `${enText}, under ${ground}.`;
  }
  if (language === 'vi') return `Thời hạn là ${duration.amount} ${vi}, theo ${ground}.`;
  return `The time limit is ${duration.amount} ${en}${duration.amount === 1 ? '' : 's'}, under ${ground}.`;
}

function skippedLines({ skipped, duration }: DueDerivation, language: Language): string[] {
  if ((duration.unit === 'calendar-day' || duration.unit === 'month') && skipped.length > 0)
    return [rolledLine(skipped, language)];
  const weekend = skipped.filter((day) => day.reason === 'weekend');
  const lines = namedRuns(skipped).map((run) => {
    const first = dateInWords(run.from, language);
    const last = dateInWords(run.to, language);
    if (language === 'vi')
      return run.from === run.to
        ? `Không tính ${first} (${run.name}).`
        : `Không tính từ ${first} đến ${last} (${run.name}).`;
    return run.from === run.to
      ? `${first} is not counted (${run.name}).`
      : `From ${first} to ${last} is not counted (${run.name}).`;
  });
  if (weekend.length === 0) return lines;
  const list =
    weekend.length <= 4
      ? weekend.map((day) => dateInWords(day.date, language)).join(', ')
      : weekendSummary(weekend, language);
  return [
    language === 'vi'
      ? `Không tính ngày nghỉ hằng tuần: ${list}.`
      : `Weekly days off are not counted: ${list}.`,
    ...lines,
  ];
}

/** Where every day counts, days without work matter only at the end, or before a start that was put off. */
function rolledLine(skipped: readonly Skipped[], language: Language): string {
  const days = skipped
    .map((day) => dateInWords(day.date, language) + (day.name === undefined ? '' : `, ${day.name}`))
    .join('; ');
  return language === 'vi'
    ? `Ngày cuối rơi vào ngày nghỉ (${days}), nên chuyển sang ngày làm việc kế tiếp.`
    : `The last day is not a working day (${days}), so it moves to the next working day.`;
}

function weekendSummary(weekend: readonly Skipped[], language: Language): string {
  const names = [...new Set(weekend.map((day) => weekdayOf(dayOf(day.date))))].map((weekday) =>
    weekdayName(weekday, language),
  );
  const first = shortDay(dayOf(weekend[0]?.date ?? ''), language);
  const last = shortDay(dayOf(weekend.at(-1)?.date ?? ''), language);
  return language === 'vi'
    ? `${weekend.length} ngày ${names.join(', ')}, từ ${first} đến ${last}`
    : `${weekend.length} days (${names.join(', ')}), from ${first} to ${last}`;
}

/** Neighbouring days with the same name become one line. */
function namedRuns(
  skipped: readonly Skipped[],
): readonly { readonly from: string; readonly to: string; readonly name: string }[] {
  const runs: { from: string; to: string; name: string }[] = [];
  for (const day of skipped) {
    if (day.reason === 'weekend') continue;
    const name = day.name ?? '–';
    const last = runs.at(-1);
    if (last?.name === name && dayOf(day.date) - dayOf(last.to) === 1) last.to = day.date;
    else runs.push({ from: day.date, to: day.date, name });
  }
  return runs;
}

const actors: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  officer: ['cán bộ cơ quan giải quyết', 'an officer of the agency'],
  citizen: ['người nộp hồ sơ', 'the applicant'],
  system: ['hệ thống', 'the system'],
};

/** A kind of actor in words, or a name as it is; an opaque identifier tells a citizen nothing and is left out. */
function actorInWords(by: string, language: Language): string {
  const known = Object.hasOwn(actors, by) ? actors[by] : undefined;
  if (known) return known[language === 'vi' ? 0 : 1];
  return /\s/u.test(by.trim()) ? by : '';
}

function pauseLines(pause: Pause, language: Language): string[] {
  const [vi, en] = causes[pause.cause];
  const from = momentInWords(pause.from, language);
  const named = actorInWords(pause.by, language);
  if (language === 'vi') {
    const who = named ? `; người quyết định: ${named}` : '';
    if (pause.to === null) return [`Tạm dừng từ ${from} vì ${vi} (${pause.ground}${who}).`];
    const until = momentInWords(pause.to, 'vi');
    return [`Tạm dừng từ ${from} đến ${until} vì ${vi} (${pause.ground}${who}).`, policies[pause.policy][0]];
  }
  const who = named ? `; decided by ${named}` : '';
  if (pause.to === null) return [`Paused since ${from} because ${en} (${pause.ground}${who}).`];
  const until = momentInWords(pause.to, 'en');
  return [
    `Paused from ${from} to ${until} because ${en} (${pause.ground}${who}).`,
    policies[pause.policy][1],
  ];
}

function extensionLine(extension: DueDerivation['extensions'][number], language: Language): string {
  const from = momentInWords(extension.from, language);
  const to = momentInWords(extension.to, language);
  return language === 'vi'
    ? `Cơ quan đã xin lỗi và hẹn lại một lần, từ ${from} sang ${to} (${extension.ground}).`
    : `The agency apologised and moved the date once, from ${from} to ${to} (${extension.ground}).`;
}

function endLines(derivation: DueDerivation, language: Language): string[] {
  const { remainingMinutes, dueAt, originalDueAt } = derivation;
  if (remainingMinutes !== null) {
    const left = minutesInWords(remainingMinutes, language);
    return [
      language === 'vi'
        ? `Thời hạn đang tạm dừng, còn lại ${left} làm việc; hẹn trả mới được tính khi chạy tiếp.`
        : `The clock is paused with ${left} of working time left; the new due date is set when it runs again.`,
    ];
  }
  const due = momentInWords(dueAt, language);
  const lines = [language === 'vi' ? `Hẹn trả: ${due}.` : `Due: ${due}.`];
  if (originalDueAt === dueAt) return lines;
  const original = momentInWords(originalDueAt, language);
  return [
    ...lines,
    language === 'vi' ? `Hẹn trả ban đầu là ${original}.` : `The first due date was ${original}.`,
  ];
}
