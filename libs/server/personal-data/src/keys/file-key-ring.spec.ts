import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FileKeyRing } from './file-key-ring';

const now = '2026-11-23T02:05:00.000Z';

function aDirectory(): string {
  return join(mkdtempSync(join(tmpdir(), 'mocua-ring-')), 'keys');
}

describe('the key ring in a file', () => {
  it('is made once, readable by its owner alone, and the same ever after', () => {
    const directory = aDirectory();
    const first = FileKeyRing.open(directory, now);
    const again = FileKeyRing.open(directory, '2027-01-01T00:00:00.000Z');
    expect(again.current('subject-wrapping')).toEqual(first.current('subject-wrapping'));
    expect(again.stable('blind-index')).toEqual(first.stable('blind-index'));
    expect(readdirSync(directory)).toEqual(['master.json']);
    expect(statSync(join(directory, 'master.json')).mode & 0o777).toBe(0o600);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });

  it('gives each purpose a key of its own, of 32 bytes', () => {
    const ring = FileKeyRing.open(aDirectory(), now);
    const keys = [
      ring.current('subject-wrapping').key,
      ring.current('file-content').key,
      ...(['blind-index', 'tracking-pin', 'file-name', 'login-state'] as const).map((purpose) =>
        ring.stable(purpose),
      ),
    ];
    expect(new Set(keys.map((key) => key.export().toString('hex'))).size).toBe(keys.length);
    expect(keys.every((key) => key.symmetricKeySize === 32)).toBe(true);
  });

  it('keeps old keys for old work after a rotation, and the stable keys', () => {
    const directory = aDirectory();
    const before = FileKeyRing.open(directory, now);
    const path = join(directory, 'master.json');
    const file = JSON.parse(readFileSync(path, 'utf8')) as { active: string; keys: object[] };
    const old = before.current('subject-wrapping');
    file.keys.push({ id: 'k2', createdAt: now, secret: Buffer.alloc(32, 7).toString('base64') });
    writeFileSync(path, JSON.stringify({ ...file, active: 'k2' }));
    const after = FileKeyRing.open(directory, now);
    expect(after.current('subject-wrapping').keyId).toBe('k2');
    expect(after.byId('subject-wrapping', old.keyId)).toEqual(old.key);
    expect(after.stable('blind-index')).toEqual(before.stable('blind-index'));
  });

  it.each([
    ['half a file', '{"version":1'],
    [
      'a short key',
      JSON.stringify({
        version: 1,
        active: 'a',
        stable: 'a',
        keys: [{ id: 'a', createdAt: now, secret: 'AAAA' }],
      }),
    ],
    [
      'a missing key',
      JSON.stringify({
        version: 1,
        active: 'b',
        stable: 'b',
        keys: [{ id: 'a', createdAt: now, secret: Buffer.alloc(32).toString('base64') }],
      }),
    ],
  ])('refuses %s instead of making new keys', (_what, content) => {
    const directory = aDirectory();
    FileKeyRing.open(directory, now);
    writeFileSync(join(directory, 'master.json'), content);
    expect(() => FileKeyRing.open(directory, now)).toThrow();
  });

  it('says so when the wrong key file is mounted', () => {
    expect(() => FileKeyRing.open(aDirectory(), now).byId('file-content', 'other')).toThrow('right key file');
  });
});
