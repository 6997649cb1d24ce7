import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { workspaceRoot } from '@mocua/server/kernel';
import { adviceFor } from '../src/advice.mjs';
import { isInstalledAsLocked, missingOptionalEntries } from '../src/lock-check.mjs';

describe('the check of the lock file', () => {
  it('accepts an optional package that lies at the top or beside its user', () => {
    const lock = {
      packages: {
        '': { optionalDependencies: { top: '1' } },
        'node_modules/top': {},
        'node_modules/a': {},
        'node_modules/a/node_modules/b': { optionalDependencies: { top: '1', inner: '1', near: '1' } },
        'node_modules/a/node_modules/b/node_modules/inner': {},
        'node_modules/a/node_modules/near': {},
      },
    };
    expect(missingOptionalEntries(lock)).toEqual([]);
  });

  it('names an optional package without an entry and who wants it', () => {
    const lock = {
      packages: {
        'node_modules/a': { optionalDependencies: { 'a-linux-x64': '1' } },
        'node_modules/other/node_modules/a-linux-x64': {},
      },
    };
    expect(missingOptionalEntries(lock)).toEqual(['a-linux-x64 (wanted by node_modules/a)']);
  });

  it('accepts the lock file of this workspace', () => {
    const lock = JSON.parse(readFileSync(join(workspaceRoot(), 'package-lock.json'), 'utf8')) as Parameters<
      typeof missingOptionalEntries
    >[0];
    expect(missingOptionalEntries(lock)).toEqual([]);
  });
});

describe('an installation made by hand', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/a-darwin': { version: '1.0.0', integrity: 'y', optional: true },
    },
  };

  it('counts when it holds the locked versions, with or without packages of other platforms', () => {
    expect(
      isInstalledAsLocked(lock, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'x' } } }),
    ).toBe(true);
  });

  it.each([
    ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'z' } }],
    ['a package too few', {}],
    ['a package too many', { 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/b': {} }],
  ])('does not count with %s', (_what, packages) => {
    expect(isInstalledAsLocked(lock, { packages })).toBe(false);
  });
});

describe('the advice after a failed installation', () => {
  it.each([
    ['npm error code ENOTFOUND', 'network'],
    ['npm error code ENOSPC', 'disk'],
    ['npm error code EACCES', 'another user'],
    ['npm error code EUSAGE', 'package-lock.json'],
    ['npm error something new', 'npm ci'],
  ])('for "%s" speaks of the %s', (output, word) => {
    expect(adviceFor(output)).toContain(word);
  });
});
