import type { BreachView } from '@mocua/contract';

const columns: readonly (readonly [title: string, of: (breach: BreachView) => string])[] = [
  ['Mã', ({ code }) => code],
  ['Sự việc', ({ content }) => content.title],
  ['Loại', ({ content }) => content.kind],
  ['Xảy ra lúc', ({ content }) => content.happenedAt ?? ''],
  ['Biết lúc', ({ content }) => content.knownAt],
  ['Dữ liệu', ({ content }) => content.data],
  ['Số người', ({ content }) => content.people?.toString() ?? ''],
  ['Hậu quả', ({ content }) => content.consequences],
  ['Biện pháp', ({ content }) => content.measures],
  ['Hạn báo cơ quan chuyên trách', ({ tellAuthorityBy }) => tellAuthorityBy ?? ''],
  ['Đã báo lúc', ({ content }) => content.authorityToldAt ?? ''],
  ['Hạn báo người có dữ liệu', ({ tellPeopleBy }) => tellPeopleBy ?? ''],
  ['Đã báo người có dữ liệu lúc', ({ content }) => content.peopleToldAt ?? ''],
  ['Khắc phục xong lúc', ({ content }) => content.fixedAt ?? ''],
  ['Trễ hạn', ({ late }) => (late ? 'có' : 'không')],
  ['Lưu đến', ({ keepUntil }) => keepUntil ?? ''],
];

/** One line for each breach; a spreadsheet opens it as it is and runs nothing of it. */
export function breachesAsCsv(breaches: readonly BreachView[]): string {
  const lines = [
    columns.map(([title]) => title),
    ...breaches.map((each) => columns.map(([, of]) => of(each))),
  ];
  return `\u{feff}${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted; what a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
