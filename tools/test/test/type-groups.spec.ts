import { describe, expect, it } from '@jest/globals';
import { allTypeChecks, typeChecksOf, typeGroups } from '../src/type-groups.mjs';

const project = (command: string) => JSON.stringify({ name: 'a', targets: { typecheck: { command } } });

describe('the types of npm test', () => {
  it('are those of every typecheck target, however many configs it checks', () => {
    expect(typeChecksOf(project('ngc -p libs/a/tsconfig.json --noEmit && tsc -p libs/a/spec.json'))).toEqual([
      { compiler: 'ngc', config: 'libs/a/tsconfig.json' },
      { compiler: 'tsc', config: 'libs/a/spec.json' },
    ]);
    expect(typeChecksOf(JSON.stringify({ name: 'a', targets: {} }))).toEqual([]);
  });

  it('refuse a target that would do something else', () => {
    expect(() => typeChecksOf(project('tsc -p libs/a/tsconfig.json; echo'))).toThrow('typecheck of a');
  });

  it('put together only what has the same options', () => {
    const groups = typeGroups([
      { compiler: 'tsc', config: 'libs/engine/search/tsconfig.json' },
      { compiler: 'tsc', config: 'libs/engine/eform/tsconfig.json' },
      { compiler: 'tsc', config: 'libs/server/kernel/tsconfig.json' },
    ]);
    expect(groups.map(({ configs }) => configs)).toEqual([
      ['libs/engine/search/tsconfig.json', 'libs/engine/eform/tsconfig.json'],
      ['libs/server/kernel/tsconfig.json'],
    ]);
    expect(groups[0]?.options.types).toEqual([]);
    expect(groups[0]?.files.some((file) => file.endsWith('libs/engine/eform/src/index.ts'))).toBe(true);
  });

  it('lose no config', () => {
    const checks = allTypeChecks();
    expect(checks.length).toBeGreaterThan(50);
    const grouped = typeGroups(checks).flatMap(({ configs }) => configs);
    expect(grouped.sort()).toEqual(checks.map(({ config }) => config).sort());
  });
});
