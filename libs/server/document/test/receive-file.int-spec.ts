import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '@mocua/server/kernel';
import { FileKeyRing } from '@mocua/server/personal-data';
import { MovingClock, scaled, startTestDatabase, type TestDatabase } from '@mocua/testing';
import { FileIndex } from '../src/files/file-index';
import { FileNotStored } from '../src/files/file-store';
import { LocalFileStore } from '../src/files/local-file-store';
import { ReceiveFile } from '../src/files/receive-file';
import { FileReferences, SweepFiles } from '../src/files/sweep-files';
import { aJpeg, aPdf, aPng } from './file.builder';

let db: TestDatabase;
let root: string;
let store: LocalFileStore;
let index: FileIndex;
let receive: ReceiveFile;
const clock = new MovingClock('2026-11-23T02:05:00Z');
const limit = 300_000;

beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.database.query('TRUNCATE document.files');
  root = mkdtempSync(join(tmpdir(), 'mocua-files-'));
  store = new LocalFileStore(join(root, 'files'), FileKeyRing.open(join(root, 'keys'), clock.iso()));
  index = new FileIndex(db.database);
  receive = new ReceiveFile(store, index, clock, { maxUploadBytes: limit });
});

/** Every file below the store, stagings included. */
function onDisk(): string[] {
  const entries = readdirSync(join(root, 'files'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function rows(): Promise<number> {
  return (await db.database.query('SELECT 1 FROM document.files')).length;
}

async function expectRefusal(work: Promise<unknown>, code: string): Promise<void> {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(Problem);
  expect((error as Problem).code).toBe(code);
  expect(onDisk()).toEqual([]);
  expect(await rows()).toBe(0);
}

function pieces(content: Buffer, size: number): AsyncIterable<Uint8Array> {
  return Readable.from(
    Array.from({ length: Math.ceil(content.length / size) }, (_, i) =>
      content.subarray(i * size, (i + 1) * size),
    ),
  );
}

async function* breakingAfter(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
  throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}

describe('taking in a file', () => {
  it('gives back what was sent, whatever its size and pieces, and never stores it in the clear', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 120, max: limit }),
        fc.integer({ min: 1, max: 90_000 }),
        async (size, piece) => {
          const content = aPdf(size);
          const file = await receive.execute({
            source: pieces(content, Math.max(piece, 50)),
            fileName: 'đơn.pdf',
            expectedBytes: content.length,
          });
          expect(file).toEqual({
            sha256: createHash('sha256').update(content).digest('hex'),
            size: content.length,
            mediaType: 'application/pdf',
          });
          expect((await buffer(await store.open(file.sha256))).equals(content)).toBe(true);
        },
      ),
      {
        numRuns: scaled(12, 300),
        seed: 908,
        examples: [
          [65_536, 65_536],
          [65_537, 65_536],
          [131_072, 1000],
          [limit, 4096],
        ],
      },
    );
    for (const path of onDisk()) {
      const stored = readFileSync(path);
      expect(stored.includes(Buffer.from('%PDF'))).toBe(false);
      expect(stored.includes(Buffer.from('%%EOF'))).toBe(false);
    }
  });

  it('names files so that neither content nor hash can be recognised, readable by the owner alone', async () => {
    const { sha256 } = await receive.execute({ source: pieces(aPng(), 10), fileName: 'a.png' });
    const [path = ''] = onDisk();
    expect(path).not.toContain(sha256);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('keeps equal content once', async () => {
    const sent = Array.from({ length: 10 }, () =>
      receive.execute({ source: pieces(aJpeg(), 100), fileName: 'a.jpg' }),
    );
    expect(new Set((await Promise.all(sent)).map((file) => file.sha256)).size).toBe(1);
    expect(onDisk()).toHaveLength(1);
  });

  it('leaves nothing behind when the line breaks at any tenth of the file', async () => {
    const content = aPdf(200_000);
    for (let tenth = 0; tenth <= 10; tenth += 1) {
      const part = content.subarray(0, (content.length * tenth) / 10);
      await expectRefusal(
        receive.execute({ source: breakingAfter(part), fileName: 'a.pdf', expectedBytes: content.length }),
        'attachment.interrupted',
      );
    }
  });

  it('notices that fewer bytes came than were announced, although the stream ended well', async () => {
    const content = aPdf(5000);
    await expectRefusal(
      receive.execute({ source: pieces(content, 999), fileName: 'a.pdf', expectedBytes: 5001 }),
      'attachment.interrupted',
    );
  });

  it('refuses nothing, too much and the wrong thing each with its own code', async () => {
    await expectRefusal(
      receive.execute({ source: pieces(Buffer.alloc(0), 10), fileName: 'a.pdf' }),
      'attachment.empty',
    );
    await expectRefusal(
      receive.execute({ source: pieces(aPdf(limit + 1), 4096), fileName: 'a.pdf' }),
      'attachment.too-large',
    );
    await expectRefusal(
      receive.execute({ source: pieces(aPdf(10), 4096), fileName: 'a.pdf', expectedBytes: limit + 1 }),
      'attachment.too-large',
    );
    await expectRefusal(
      receive.execute({ source: pieces(Buffer.from('MZ'.repeat(500)), 10), fileName: 'a.pdf' }),
      'attachment.type-refused',
    );
    await expectRefusal(
      receive.execute({ source: pieces(aJpeg(), 10), fileName: 'a.pdf' }),
      'attachment.type-refused',
    );
  });

  it('stops reading a sender who never stops', async () => {
    let yielded = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        yielded += 10_000;
        yield Buffer.alloc(10_000, 1);
      }
    }
    await expectRefusal(receive.execute({ source: endless(), fileName: 'a.pdf' }), 'attachment.too-large');
    expect(yielded).toBeLessThanOrEqual(limit + 20_000);
  });
});

describe('over a real connection', () => {
  async function upload(send: (to: number) => Promise<void>): Promise<string> {
    let outcome = (_code: string): void => undefined;
    const done = new Promise<string>((resolve) => (outcome = resolve));
    const server = createServer((incoming, answer) => {
      receive
        .execute({
          source: incoming,
          fileName: 'a.pdf',
          expectedBytes: Number(incoming.headers['content-length']) || undefined,
        })
        .then(
          () => (answer.end('ok'), outcome('ok')),
          (error: unknown) => (
            answer.writeHead(400).end(),
            outcome(error instanceof Problem ? error.code : String(error))
          ),
        );
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    try {
      await send((server.address() as AddressInfo).port);
      return await done;
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it('takes a client that hangs up for an interrupted upload', async () => {
    const content = aPdf(100_000);
    for (let tenth = 1; tenth < 10; tenth += 1) {
      const code = await upload(async (port) => {
        const outgoing = request({
          port,
          host: '127.0.0.1',
          method: 'POST',
          headers: { 'content-length': content.length },
        });
        outgoing.on('error', () => undefined);
        await new Promise<void>((sent) =>
          outgoing.write(content.subarray(0, (content.length * tenth) / 10), () => sent()),
        );
        setTimeout(() => outgoing.destroy(), 5);
      });
      expect(code).toBe('attachment.interrupted');
      expect(onDisk()).toEqual([]);
    }
  });

  it('lets the sender of too much read the refusal', async () => {
    let status = 0;
    await upload(
      (port) =>
        new Promise((resolve, reject) => {
          const outgoing = request({ port, host: '127.0.0.1', method: 'POST' }, (response) => {
            status = response.statusCode ?? 0;
            response.resume().on('end', resolve);
          });
          outgoing.on('error', reject);
          outgoing.end(aPdf(limit * 2));
        }),
    );
    expect(status).toBe(400);
  });
});

describe('a stored file', () => {
  async function stored(content = aPdf(150_000)): Promise<{ sha256: string; path: string }> {
    const { sha256 } = await receive.execute({ source: pieces(content, 5000), fileName: 'a.pdf' });
    const [path = ''] = onDisk();
    return { sha256, path };
  }

  it('does not open when any part of it was changed', async () => {
    const { sha256, path } = await stored();
    const original = readFileSync(path);
    for (const at of [0, 5, 20, 60, 90, 200, 70_000, original.length - 20, original.length - 1]) {
      const changed = Buffer.from(original);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(path, changed);
      await expect(store.open(sha256).then(buffer)).rejects.toThrow();
    }
  });

  it('does not open when it was cut, also exactly between two chunks', async () => {
    const { sha256, path } = await stored();
    const { size } = statSync(path);
    const head = 5 + (readFileSync(path)[4] ?? 0) + 64;
    for (const length of [size - 1, head + 2 * 65_552, head + 65_552, head, 10, 0]) {
      truncateSync(path, length);
      await expect(store.open(sha256).then(buffer)).rejects.toThrow();
    }
  });

  it('does not open under the name of another file', async () => {
    const first = await stored(aPdf(1000));
    await receive.execute({ source: pieces(aPdf(2000), 5000), fileName: 'a.pdf' });
    const other = onDisk().find((path) => path !== first.path) ?? '';
    writeFileSync(first.path, readFileSync(other));
    await expect(store.open(first.sha256)).rejects.toThrow('not the one');
  });

  it('that never was is not found, nor is a name that is no hash', async () => {
    await expect(store.open('a'.repeat(64))).rejects.toBeInstanceOf(FileNotStored);
    await expect(store.open('../../keys/master.json')).rejects.toBeInstanceOf(FileNotStored);
  });
});

describe('sweeping', () => {
  class InUse extends FileReferences {
    constructor(private readonly used: readonly string[]) {
      super();
    }
    override referenced(sha256s: readonly string[]): Promise<ReadonlySet<string>> {
      return Promise.resolve(new Set(sha256s.filter((hash) => this.used.includes(hash))));
    }
  }

  it('removes what nobody refers to and is old enough, and nothing else', async () => {
    const used = await receive.execute({ source: pieces(aPdf(1000), 500), fileName: 'a.pdf' });
    const orphan = await receive.execute({ source: pieces(aPdf(2000), 500), fileName: 'b.pdf' });
    clock.advance({ hours: 2 });
    const young = await receive.execute({ source: pieces(aPdf(3000), 500), fileName: 'c.pdf' });
    const sweep = new SweepFiles(store, index, [new InUse([used.sha256])]);
    const before = new Date(clock.now().getTime() - 3_600_000);
    expect((await sweep.execute(before)).orphans).toBe(1);
    await expect(store.open(orphan.sha256)).rejects.toBeInstanceOf(FileNotStored);
    for (const kept of [used, young]) await buffer(await store.open(kept.sha256));
    expect(await rows()).toBe(2);
  });

  it('leaves an orphan that was sent again meanwhile', async () => {
    const file = { fileName: 'a.pdf' };
    const first = await receive.execute({ source: pieces(aPdf(1000), 500), ...file });
    clock.advance({ hours: 2 });
    await receive.execute({ source: pieces(aPdf(1000), 500), ...file });
    const sweep = new SweepFiles(store, index, [new InUse([])]);
    expect((await sweep.execute(new Date(clock.now().getTime() - 3_600_000))).orphans).toBe(0);
    await buffer(await store.open(first.sha256));
  });

  it('removes the stagings of a killed process', async () => {
    const staged = await store.stage(pieces(aPdf(1000), 500), limit);
    expect(onDisk()).toHaveLength(1);
    expect(await store.sweepStaging(new Date(Date.now() + 60_000))).toBe(1);
    expect(onDisk()).toEqual([]);
    await staged.discard();
  });

  it('refuses to run when no domain tells what is in use', async () => {
    await expect(new SweepFiles(store, index, []).execute(clock.now())).rejects.toThrow('No domain');
  });
});
