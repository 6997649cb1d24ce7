import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { ProcessingState } from '@mocua/contract';
import { isLate, stateKey } from './state-words';

// typed as a record so that a new state cannot be forgotten here
const states = Object.keys({
  submitted: 1,
  'pre-supplement': 1,
  refused: 1,
  received: 1,
  transferring: 1,
  processing: 1,
  'awaiting-supplement': 1,
  'awaiting-payment': 1,
  done: 1,
  returned: 1,
  withdrawn: 1,
  stopped: 1,
} satisfies Record<ProcessingState, 1>) as readonly ProcessingState[];

const words = (language: string) =>
  JSON.parse(readFileSync(`libs/web/kiosk/i18n/${language}.json`, 'utf8')) as Record<
    'state' | 'next',
    Record<string, string>
  >;

describe('the words for the state of a dossier', () => {
  it.each(['vi', 'en'])('exist for every state in %s, and say what to do next', (language) => {
    const { state, next } = words(language);
    for (const each of states) {
      for (const outcome of ['positive', 'negative', null] as const) {
        const key = stateKey({ state: each, outcome });
        expect([state[key], next[key]]).toEqual([expect.any(String), expect.any(String)]);
      }
    }
  });

  const dueAt = '2026-11-20T09:30:00Z';
  it.each([
    ['processing', Date.parse(dueAt) + 1, true],
    ['processing', Date.parse(dueAt) - 1, false],
    ['awaiting-supplement', Date.parse(dueAt) + 1, false],
    ['done', Date.parse(dueAt) + 1, false],
  ] as const)('a dossier in state %s apologises only when it is late on our side', (state, now, late) => {
    expect(isLate({ state, dueAt }, now)).toBe(late);
  });
});
