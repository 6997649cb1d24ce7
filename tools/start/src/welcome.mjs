/**
 * What a user sees when everything runs.
 * @param {import('./settings.mjs').Settings} settings
 * @param {{ code: number, output: string }} accounts answer of `mocua seed accounts --json`
 */
export async function welcome({ port, sandboxPort, dataDir }, accounts) {
  const origin = `http://localhost:${port}`;
  const places = [
    ['Cổng dịch vụ công (portal)', `${origin}/`],
    ['Bàn làm việc cán bộ (workspace)', `${origin}/can-bo/`],
    ['Ki-ốt (kiosk)', `${origin}/kiosk/`],
    ['API', `${origin}/api/docs`],
    ['Tin nhắn đã gửi (SMS and e-mail)', `http://localhost:${sandboxPort}/messages`],
  ];
  const lines = places.map(([name = '', url]) => `  ${name.padEnd(36)}${url}`);
  const stop = process.stdin.isTTY ? 'Stop with Ctrl-C.' : `Stop with "kill ${process.pid}".`;
  return [
    '',
    'Mở Cửa is open:',
    '',
    ...lines,
    '',
    ...accountLines(accounts),
    `Logs: ${dataDir}/logs. ${stop}`,
  ].join('\n');
}

/** @param {{ code: number, output: string }} answer */
function accountLines({ code, output }) {
  const rows = code === 0 ? rowsOf(output) : undefined;
  if (!rows) return ['The demo accounts could not be listed: npm run mocua -- seed accounts', ''];
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const widths = columns.map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const table = rows.map((row) =>
    `  ${columns.map((column, at) => (row[column] ?? '').padEnd((widths[at] ?? 0) + 2)).join('')}`.trimEnd(),
  );
  return ['Demo accounts:', '', ...table, ''];
}

/**
 * @param {string} output
 * @returns {Record<string, string>[] | undefined}
 */
function rowsOf(output) {
  try {
    const parsed = JSON.parse(output.slice(output.indexOf('[')));
    return parsed.map((/** @type {Record<string, unknown>} */ row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])),
    );
  } catch {
    return undefined; // said by the caller
  }
}
