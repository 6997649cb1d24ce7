import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { FileMessageLog, type LoggedExchange, verifyMessageLog } from '../src/index';

const { privateKey: key } = generateKeyPairSync('ed25519');
const publicKey = createPublicKey(key);
const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});
function aDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'mocua-lgsp-log-'));
  directories.push(directory);
  return directory;
}

function anExchange(n: number): LoggedExchange {
  return {
    at: '2026-11-22T01:00:00.000Z',
    service: 'dvcqg',
    contractVersion: '1.4',
    operation: 'sync',
    correlationId: `c-${String(n)}`,
    idempotencyKey: null,
    attempt: 1,
    requestDigest: null,
    answerDigest: null,
    status: 200,
    outcome: 'answered',
    ms: 5,
    kept: null,
  };
}

async function written(
  count: number,
  options: { directory?: string; sealEvery?: number; now?: () => Date } = {},
) {
  const directory = options.directory ?? aDirectory();
  const log = await FileMessageLog.open({
    directory,
    key,
    retentionDays: 30,
    sealEvery: options.sealEvery ?? 10,
    now: options.now ?? (() => new Date('2026-11-22T01:00:00Z')),
  });
  for (let n = 0; n < count; n += 1) log.append(anExchange(n));
  await log.flush();
  return { directory, log };
}

function edit(directory: string, change: (lines: string[]) => string[]): void {
  const [name = ''] = readdirSync(directory);
  const path = join(directory, name);
  writeFileSync(path, change(readFileSync(path, 'utf8').trimEnd().split('\n')).join('\n') + '\n');
}

describe('the message log', () => {
  it('is whole, also after the process began anew and on another day', async () => {
    const { directory } = await written(25);
    await written(15, { directory, now: () => new Date('2026-11-23T01:00:00Z') });
    expect(readdirSync(directory).sort()).toEqual(['2026-11-22.jsonl', '2026-11-23.jsonl']);
    expect(await verifyMessageLog(directory, publicKey)).toEqual({
      exchanges: 40,
      sealedUpTo: 40,
      faults: [],
    });
  });

  it.each([
    [
      'a changed line',
      (lines: string[]) =>
        lines.map((line, at) => (at === 4 ? line.replace('"status":200', '"status":500') : line)),
      5,
      'changed',
    ],
    ['a line taken out', (lines: string[]) => lines.filter((_line, at) => at !== 4), 5, 'gap'],
    [
      'two lines exchanged',
      (lines: string[]) => lines.with(3, lines[4] ?? '').with(4, lines[3] ?? ''),
      4,
      'gap',
    ],
    [
      'a cut line',
      (lines: string[]) => lines.map((line, at) => (at === 4 ? line.slice(0, 40) : line)),
      5,
      'unreadable',
    ],
    [
      'a tail cut off before its seal',
      (lines: string[]) => [...lines.slice(0, 8), lines.at(10) ?? ''],
      9,
      'gap',
    ],
    [
      'a forged seal',
      (lines: string[]) => lines.map((line) => line.replace(/"signature":"[^"]{4}/u, '"signature":"AAAA')),
      11,
      'forged-seal',
    ],
  ])('shows %s', async (_name, change, line, fault) => {
    const { directory } = await written(10);
    edit(directory, change);
    const { faults } = await verifyMessageLog(directory, publicKey);
    expect(faults[0]).toEqual({ file: '2026-11-22.jsonl', line, fault });
  });

  it('goes on after a crash cut its last line', async () => {
    const { directory } = await written(5);
    const path = join(directory, '2026-11-22.jsonl');
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"type":"exch`);
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n`);
    await written(5, { directory });
    const check = await verifyMessageLog(directory, publicKey);
    expect(check.exchanges).toBe(10);
    expect(check.faults.map(({ fault }) => fault)).toEqual(['unreadable']);
  });

  it('keeps its days and no more, and stays provable', async () => {
    const directory = aDirectory();
    const day = (n: number) => () => new Date(Date.parse('2026-10-01T05:00:00Z') + n * 86_400_000);
    for (const n of [0, 1, 29, 30]) await written(3, { directory, now: day(n) });
    const { log } = await written(1, { directory, now: day(30) });
    expect(await log.expire()).toEqual(['2026-10-01.jsonl']);
    expect((await verifyMessageLog(directory, publicKey)).faults).toEqual([]);
  });

  it('says when it could not write, and not by failing the call', async () => {
    const directory = aDirectory();
    const log = await FileMessageLog.open({ directory, key, retentionDays: 30 });
    rmSync(directory, { recursive: true });
    log.append(anExchange(1));
    await expect(log.flush()).rejects.toThrow('ENOENT');
    directories.pop();
  });
});
