import { describe, expect, it } from '@jest/globals';
import { feeStanding } from './fee-standing';

const early = { amount: 8000, timing: 'before' } as const;
const late = { amount: 8000, timing: 'after' } as const;

describe('what is said about paying an assessed fee', () => {
  it.each([
    ['is when to pay, while it is open', 'processing', 'due', early, 'before'],
    ['is when to pay, while the result waits', 'done', 'due', late, 'after'],
    [
      'is that it was paid, while more is asked for during the work',
      'awaiting-payment',
      'due',
      early,
      'paid',
    ],
    ['is nothing to pay, where all of it was waived', 'done', 'none', { ...late, amount: 0 }, 'nothing'],
    ['is not a time to pay, once the dossier was withdrawn', 'withdrawn', 'due', early, 'ended'],
    ['is not a time to pay, once the work was stopped', 'stopped', 'due', early, 'ended'],
    ['is not a time to pay, once the result was handed over', 'returned', 'due', late, 'ended'],
    ['is that it was paid, however the dossier ended', 'stopped', 'paid', early, 'paid'],
    ['is that it was given back', 'withdrawn', 'refunded', early, 'refunded'],
  ] as const)('%s', (_, state, finance, fee, standing) => {
    expect(feeStanding({ state, finance }, fee)).toBe(standing);
  });
});
