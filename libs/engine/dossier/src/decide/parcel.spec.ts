import { describe, expect, it } from '@jest/globals';
import { aValue, commands, DossierStory, situations } from '../../test/dossier-story';
import { nationalProgressOf } from '../national/national-progress';
import { nationalReportOf } from '../national/national-report';
import type { ParcelOutcome } from '../parcel';
import type { DossierCommand } from './decide';

const [first, second] = ['parcel-1', 'parcel-2'];
const post = (parcelId = first): DossierCommand => ({
  type: 'post-result',
  parcelId,
  relation: 'owner',
  receiver: aValue(),
});
const told = (outcome: ParcelOutcome, parcelId = first): DossierCommand => ({
  type: 'record-parcel',
  parcelId,
  outcome,
});
const recall: DossierCommand = { type: 'recall-parcel' };

function posted(...more: readonly DossierCommand[]): DossierStory {
  const story = situations['done']?.() ?? new DossierStory();
  return story.then(...[post(), ...more].map((command) => () => command));
}

describe('a result that goes by post', () => {
  it('is on its way, and not returned, until the post delivered it', () => {
    const story = posted();
    expect([story.state.processing, story.state.delivery, story.state.returnedAt]).toEqual([
      'done',
      'sent',
      null,
    ]);
    expect(story.try(told('delivered'))).toEqual(['result-returned']);
    expect([story.state.processing, story.state.delivery, story.state.parcel?.standing]).toEqual([
      'returned',
      'delivered',
      'delivered',
    ]);
    expect(story.state.returnedAt).toBe(story.now);
  });

  // What the post tells after each standing: the events, or nothing where it is no news.
  it.each([
    ['sent', [], ['parcel-failed'], ['parcel-failed'], ['parcel-failed'], ['result-returned']],
    ['not delivered', [told('not-delivered')], [], [], ['parcel-failed'], ['result-returned']],
    ['sent back', [told('returned')], [], [], [], []],
    ['not taken', [told('refused')], [], [], [], []],
    ['taken back', [recall], [], [], [], []],
    ['delivered', [told('delivered')], [], [], [], []],
  ] as const)('hears of the post when it was %s', (_name, before, refused, missed, returned, delivered) => {
    const heard = (outcome: ParcelOutcome) => posted(...before).try(told(outcome));
    expect([heard('refused'), heard('not-delivered'), heard('returned'), heard('delivered')]).toEqual([
      refused,
      missed,
      returned,
      delivered,
    ]);
  });

  // Whether the officer may hand the paper over, give it to the post, take it back.
  it.each([
    ['in the post', [], false, false, true],
    ['not delivered', [told('not-delivered')], false, false, true],
    ['sent back', [told('returned')], true, true, false],
    ['not taken', [told('refused')], true, true, false],
    ['taken back', [recall], true, true, false],
    ['delivered', [told('delivered')], false, false, false],
  ] as const)('leaves to the desk what the desk can do: %s', (_name, before, hand, again, back) => {
    const may = (command: DossierCommand) => typeof posted(...before).try(command) !== 'string';
    expect([may(commands.return()), may(post(second)), may(recall)]).toEqual([hand, again, back]);
  });

  it('counts parcels and hears nothing more of the first one', () => {
    const story = posted(told('returned'), post(second));
    expect([story.state.delivery, story.state.parcel?.number]).toEqual(['sent', 2]);
    expect(story.try(told('delivered'))).toEqual([]);
    expect(story.try(told('delivered', second))).toEqual(['result-returned']);
  });

  it('is returned at the counter when it came back, and the post has no say any more', () => {
    const story = posted(told('returned')).then(commands.return);
    expect([story.state.processing, story.state.delivery]).toEqual(['returned', 'delivered']);
    expect(story.try(told('delivered'))).toEqual([]);
  });

  it('is a letter that nobody follows when an officer wrote its number down', () => {
    const story = situations['done']?.() ?? new DossierStory();
    const command = { type: 'return-result', method: 'post', relation: 'owner', receiver: aValue() } as const;
    expect(story.try(command)).toEqual(['result-returned']);
    expect([story.state.processing, story.state.delivery]).toEqual(['returned', 'sent']);
  });

  it('is told to the national portal as ready until it arrived, and as returned by post then', () => {
    const story = posted(told('not-delivered'), told('delivered'));
    const rows = nationalProgressOf(story.events).slice(-3);
    expect(rows.map(({ type, status }) => [type, status])).toEqual([
      ['result-posted', 9],
      ['parcel-failed', 9],
      ['result-returned', 10],
    ]);
    expect(nationalReportOf(posted().events)).toMatchObject({ status: 9, returnMethod: null });
    expect(nationalReportOf(story.events)).toMatchObject({ status: 10, returnMethod: 'post' });
  });

  it('cannot be posted before there is a result, nor while something is owed', () => {
    expect(situations['processing']?.().try(post())).toBe('dossier.wrong-state');
    expect(situations['returned']?.().try(post())).toBe('dossier.wrong-state');
  });
});
