import { describe, expect, it } from '@jest/globals';
import { importOptions } from '../src/procedure/import-options';

const hash = 'a'.repeat(64);

describe('the words after “procedure import”', () => {
  it.each([
    [['x.json'], { file: 'x.json', approve: null, from: null, wrong: false }],
    [['x.json', '--approve', hash], { file: 'x.json', approve: hash, from: null, wrong: false }],
    [['--from', '2027-01-01', 'x.json'], { file: 'x.json', approve: null, from: '2027-01-01', wrong: false }],
  ])('%j are understood', (args, options) => {
    expect(importOptions(args)).toEqual(options);
  });

  it.each([
    [['x.json', 'y.json']],
    [['x.json', '--approve']],
    [['x.json', '--approve', 'abc']],
    [['x.json', '--from', '2027-02-30']],
    [['--yes', 'x.json']],
  ])('%j are refused', (args) => {
    expect(importOptions(args).wrong).toBe(true);
  });
});
