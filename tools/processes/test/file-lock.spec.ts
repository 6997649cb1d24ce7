import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withFileLock } from '../src/file-lock.mjs';
import { identify, isAlive, stillRuns } from '../src/process-identity.mjs';

describe('a file lock', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mocua-lock-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lets one in after the other', async () => {
    const path = join(folder, 'turns.lock');
    const trace: string[] = [];
    const turn = (name: string) =>
      withFileLock(path, async () => {
        trace.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        trace.push(`${name} out`);
      });
    await Promise.all([turn('a'), turn('b'), turn('c')]);
    expect(trace.filter((_, at) => at % 2 === 0).map((entry) => entry.replace('in', 'out'))).toEqual(
      trace.filter((_, at) => at % 2 === 1),
    );
  });

  it('is taken over from a process that is gone, also when its number is in use again', async () => {
    const path = join(folder, 'left.lock');
    writeFileSync(path, JSON.stringify({ pid: process.pid, startedAt: 'an earlier life' }));
    await expect(withFileLock(path, () => Promise.resolve('mine'))).resolves.toBe('mine');
  });

  it('is given back when the work fails', async () => {
    const path = join(folder, 'failed.lock');
    await expect(withFileLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(withFileLock(path, () => Promise.resolve(1))).resolves.toBe(1);
  });
});

describe('the identity of a process', () => {
  it('holds for this process and not for another life of the same number', () => {
    const own = identify();
    expect(stillRuns(own)).toBe(true);
    expect(stillRuns({ ...own, startedAt: 'other' })).toBe(false);
    expect(isAlive(2 ** 22 + 1)).toBe(false);
  });
});
