import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** Markers of a person, and how a browser may have written each down. */
function spellings(marker: string): readonly Buffer[] {
  return [
    Buffer.from(marker, 'utf8'),
    Buffer.from(marker, 'utf16le'),
    Buffer.from(encodeURIComponent(marker), 'latin1'),
    Buffer.from(Buffer.from(marker, 'utf8').toString('base64').replace(/=+$/u, ''), 'latin1'),
  ];
}

/** A marker of digits stands only where the digits end with it: a time or an address of memory holds many others. */
function holds(content: Buffer, form: Buffer): boolean {
  const digits = /^\d+$/u.test(form.toString('latin1'));
  const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
  for (let at = content.indexOf(form); at !== -1; at = content.indexOf(form, at + 1)) {
    if (!digits || !(isDigit(content[at - 1]) || isDigit(content[at + form.length]))) return true;
  }
  return false;
}

/** Files of a folder in which a marker stands, as `marker in file`; compressed content is looked into as well. */
export async function residueIn(folder: string, markers: readonly string[]): Promise<string[]> {
  const wanted = markers.map((marker) => ({ marker, forms: spellings(marker) }));
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const contents = unpacked(await readFile(file).catch(() => Buffer.alloc(0))); // a lock that went away meanwhile
    for (const { marker, forms } of wanted) {
      if (contents.some((content) => forms.some((form) => holds(content, form))))
        found.push(`${marker} in ${file.slice(folder.length + 1)}`);
    }
  }
  return found;
}

function unpacked(content: Buffer): readonly Buffer[] {
  const inner = [brotliDecompressSync, gunzipSync].flatMap((unpack) => {
    try {
      return [unpack(content)];
    } catch {
      return []; // not compressed this way
    }
  });
  return [content, ...inner];
}

/** What the page and its origin still hold, read the way a script of the next visitor could. */
export async function storageOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map((database) => database.name);
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map((entry) => entry.url),
      ),
    );
    const workers = (await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope);
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      databases,
      cached,
      workers,
      history.length,
      history.state,
      location.href,
      document.title,
      document.documentElement.outerHTML,
    ]);
  });
}

/**
 * Markers that are still in the memory of the page's scripts, after its rubbish was collected. Only the texts of the
 * snapshot are looked through: its tables are numbers of nodes and sizes, and six digits stand among them by chance.
 */
export async function memoryOf(page: Page, markers: readonly string[]): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  let heap = '';
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (heap += chunk));
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await client.detach();
  const { strings } = JSON.parse(heap) as { readonly strings: readonly string[] };
  const texts = Buffer.from(strings.join('\n'), 'utf8');
  return markers.filter((marker) => holds(texts, Buffer.from(marker, 'utf8')));
}

/** Kills the browser that works on this profile, the way a power cut would; by its own process id, and no other. */
export function killBrowserOf(profile: string): void {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const line = commandLineOf(name);
    if (line.includes(`--user-data-dir=${profile}`) && !line.includes('--type='))
      process.kill(Number(name), 'SIGKILL');
  }
}

function commandLineOf(pid: string): string {
  try {
    readlinkSync(`/proc/${pid}/exe`);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // of somebody else, or gone
  }
}
