import { describe, expect, it } from '@jest/globals';
import type { UnitId } from '@mocua/contract';
import { aValue, commands, completion, DossierStory } from '../../test/dossier-story';
import { rules } from '../../test/procedure-facts';
import type { DecisionFacts } from './decision';

const taxOffice = '01890000-0000-7000-8000-0000000000aa' as UnitId;

function storyWith(facts: Partial<DecisionFacts>): DossierStory {
  const story = new DossierStory();
  story.facts = { ...story.facts, ...facts };
  return story;
}
const untimed = { rules: { ...rules, clock: { ...rules.clock, duration: null } } };
const { receive, ask, send, answer, confirm, complete, issue } = commands;
const searchInVain = (story: DossierStory) => completion(story, 'submit', 'no');

describe('a procedure without a time limit', () => {
  it('starts no clock and has no due date', () => {
    const story = storyWith(untimed);
    expect(story.try(receive())).not.toContain('clock-started');
    expect([story.state.processing, story.state.due]).toEqual(['processing', null]);
  });

  it('still asks for a supplement, and goes on when it came', () => {
    const story = storyWith(untimed).then(receive, ask, send, answer, confirm);
    expect([story.state.processing, story.state.due]).toEqual(['processing', null]);
  });
});

describe('a procedure without a result', () => {
  it('ends with its positive end: nothing is printed and nothing handed over', () => {
    const story = storyWith({ issuesResult: false }).then(receive, complete, complete, issue);
    const { processing, delivery, endedAt, documents } = story.state;
    expect([processing, delivery, endedAt]).toEqual(['done', 'none', story.now]);
    expect(documents.map(({ kind }) => kind)).toEqual(['submission-receipt', 'form-01']);
    expect(story.try(commands.return())).toBe('dossier.wrong-state');
  });

  it('refuses on paper all the same', () => {
    const story = storyWith({ issuesResult: false }).then(receive, searchInVain).then(complete, issue);
    expect([story.state.outcome, story.state.delivery]).toEqual(['negative', 'ready']);
  });
});

describe('a slip on request', () => {
  it('is not made out at reception', () => {
    const onRequest = { ...rules, reception: { ...rules.reception, slip: 'on-request' as const } };
    const story = storyWith({ rules: onRequest }).then(receive);
    expect(story.state.documents.map(({ kind }) => kind)).toEqual(['submission-receipt']);
  });
});

describe('a step of another unit', () => {
  it('opens there, and the others with the competent unit', () => {
    const story = storyWith({ taskUnits: { 'approve-copy': taxOffice } }).then(receive);
    const competent = story.state.tasks[0]?.unitId;
    story.then(complete);
    expect(story.state.tasks.map(({ nodeId, unitId }) => [nodeId, unitId])).toEqual([
      ['approve-copy', taxOffice],
    ]);
    story.then(complete);
    expect(story.state.tasks[0]?.unitId).toBe(competent);
  });
});

describe('a fee', () => {
  const fee = (amount: number, timing: 'before' | 'after') => ({ amount, timing, explanation: aValue() });

  it('is due from reception when it is paid before the work', () => {
    const story = storyWith({ fee: fee(16_000, 'before') });
    expect(story.try(receive())).toContain('fee-assessed');
    expect([story.state.finance, story.state.fee?.amount]).toEqual(['due', 16_000]);
  });

  it('is due from the positive end when it is paid after', () => {
    const story = storyWith({ fee: fee(42_000, 'after') }).then(receive, complete, complete);
    expect(story.state.finance).toBe('none');
    story.then(issue);
    expect([story.state.finance, story.state.processing]).toEqual(['due', 'done']);
  });

  it('that was waived leaves nothing to pay, and is on record', () => {
    const story = storyWith({ fee: fee(0, 'before') }).then(receive);
    expect([story.state.finance, story.state.fee?.amount]).toEqual(['none', 0]);
  });

  it('is not asked for a refusal', () => {
    const story = storyWith({ fee: fee(42_000, 'after') }).then(receive, searchInVain, complete, issue);
    expect([story.state.outcome, story.state.finance]).toEqual(['negative', 'none']);
  });
});
