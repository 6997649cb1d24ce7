import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scaled } from '@mocua/testing/scaled';
import { decodeUtf8 } from '../src/decode-utf8';
import { completeness, difference, readNationalRecord, recordOf } from '../src/index';
import { aFile, bytesOf, utf8 } from './record.builder';

const runs = { seed: 20261122, numRuns: scaled(120, 5_000) };

/** Values that stand where others belong: what broken exports really hold, and what an attacker would try. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e30,
    '',
    ' ',
    [],
    {},
    [[]],
    '-5',
    '1,5',
    '17-20',
    '20-17',
    '9e9',
  ),
  fc.constantFrom<unknown>(
    '\ud800',
    '\u202e',
    '\u0000',
    '\ufeff',
    'e\u0301',
    'javascript:alert(1)',
    '<script>',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('Ngày', 'Ngày làm việc', '1', '2', '3', '12.000', 'Từ 5.000 đồng', 'Mức cao nhất'),
  fc.jsonValue({ maxDepth: 3 }),
);

const oddName = fc.constantFrom('__proto__', 'constructor', 'toString', 'KENH', 'MATTHC', 'MOTA', '', '0');

type Mutation = (root: unknown) => void;

/** Every object and list inside a value, with itself. */
function holders(value: unknown): (Record<string, unknown> | unknown[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(holders)];
}

function pick<T>(items: readonly T[], at: number): T | undefined {
  return items[at % Math.max(items.length, 1)];
}

const mutation: fc.Arbitrary<Mutation> = fc
  .record({
    holder: fc.nat(),
    entry: fc.nat(),
    value: oddValue,
    name: oddName,
    kind: fc.constantFrom('replace', 'delete', 'add', 'repeat', 'reverse'),
  })
  .map(({ holder, entry, value, name, kind }) => (root: unknown) => {
    const target = pick(holders(root), holder);
    if (Array.isArray(target)) {
      if (kind === 'replace') target[entry % Math.max(target.length, 1)] = value;
      else if (kind === 'delete') target.splice(entry % Math.max(target.length, 1), 1);
      else if (kind === 'add') target.push(value);
      else if (kind === 'repeat') target.push(structuredCloneOf(pick(target, entry) ?? value));
      else target.reverse();
    } else if (target) {
      const key = pick(Object.keys(target), entry) ?? name;
      if (kind === 'delete') Reflect.deleteProperty(target, key);
      else
        Object.defineProperty(target, kind === 'add' ? name : key, {
          value,
          enumerable: true,
          writable: true,
          configurable: true,
        });
    }
  });

function structuredCloneOf(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

function mutated(mutations: readonly Mutation[]): unknown {
  const file = aFile();
  for (const mutate of mutations) mutate(file);
  return file;
}

const someMutations = fc.array(mutation, { maxLength: 6 });

/** Changes that keep the file sound, so that two of them can be compared. */
const soundText = fc.constantFrom(
  '',
  'A',
  'B',
  'Đơn đề nghị',
  'Đơn xin đề nghị',
  'Phí',
  '05',
  '17-20',
  'Ngày',
);
const soundChange = fc.record({ holder: fc.nat(), entry: fc.nat(), text: soundText, remove: fc.boolean() });
const soundFile = fc.array(soundChange, { maxLength: 8 }).map((changes) => {
  const file = aFile();
  for (const { holder, entry, text, remove } of changes) {
    const target = pick(holders(file), holder);
    if (Array.isArray(target) && remove) target.splice(entry % Math.max(target.length, 1), 1);
    else if (Array.isArray(target)) target.reverse();
    else if (target) {
      const key = pick(Object.keys(target), entry);
      if (key !== undefined && typeof target[key] === 'string') target[key] = text;
    }
  }
  return file;
});

function read(bytes: Uint8Array) {
  const result = readNationalRecord(bytes);
  if (!result.ok) return { faults: result.faults, record: null };
  return { faults: [], record: recordOf(result.content) };
}

describe('whatever is done to a file', () => {
  it('never makes the reader throw, and a refusal always names line, column and reason', () => {
    fc.assert(
      fc.property(someMutations, (mutations) => {
        const { faults, record } = read(bytesOf(mutated(mutations)));
        expect((record === null) === faults.length > 0).toBe(true);
        for (const { line, column, message } of faults) {
          expect(line >= 1 && column >= 1).toBe(true);
          expect(message.vi).not.toMatch(/\{\w+\}|undefined/u);
        }
        if (record) expect(Array.isArray(completeness(record))).toBe(true);
      }),
      runs,
    );
  });

  it('also when its bytes are cut, changed or pushed in', () => {
    const sound = bytesOf(aFile());
    const edit = fc.record({
      at: fc.nat(sound.length),
      remove: fc.nat(40),
      insert: fc.uint8Array({ maxLength: 6 }),
    });
    fc.assert(
      fc.property(edit, ({ at, remove, insert }) => {
        const bytes = Uint8Array.from([...sound.slice(0, at), ...insert, ...sound.slice(at + remove)]);
        const { faults, record } = read(bytes);
        expect((record === null) === faults.length > 0).toBe(true);
      }),
      runs,
    );
  });

  it('never reaches the prototype of anything', () => {
    fc.assert(
      fc.property(fc.constantFrom('__proto__', 'constructor', 'prototype'), oddValue, (name, value) => {
        const text = JSON.stringify(aFile()).replace(
          '"YEUCAU"',
          `${JSON.stringify(name)}:${JSON.stringify(value) ?? 0},"YEUCAU"`,
        );
        expect(read(utf8(text)).faults.map(({ code }) => code)).toContain('forbidden-field');
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
      { ...runs, numRuns: 50 },
    );
  });
});

describe('the difference of any two sound files', () => {
  it('is empty exactly when they say the same', () => {
    fc.assert(
      fc.property(soundFile, soundFile, (one, other) => {
        const [before, after] = [read(bytesOf(one)).record, read(bytesOf(other)).record];
        if (!before || !after) return;
        const same = JSON.stringify(before) === JSON.stringify(after);
        expect(difference(before, after).length === 0).toBe(same);
        expect(difference(before, before)).toEqual([]);
      }),
      runs,
    );
  });

  it('is as long backwards', () => {
    fc.assert(
      fc.property(soundFile, soundFile, (one, other) => {
        const [before, after] = [read(bytesOf(one)).record, read(bytesOf(other)).record];
        if (!before || !after) return;
        const kinds = (changes: ReturnType<typeof difference>) =>
          changes.filter(({ kind }) => kind === 'added').length;
        const gone = difference(after, before).filter(({ kind }) => kind === 'removed').length;
        expect(kinds(difference(before, after))).toBe(gone);
      }),
      runs,
    );
  });
});

describe('UTF-8', () => {
  it('is decoded to the text it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(decodeUtf8(utf8(text))).toEqual({ ok: true, text });
      }),
      runs,
    );
  });
});
