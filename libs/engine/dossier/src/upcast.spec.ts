import { describe, expect, it } from '@jest/globals';
import { commands, DossierStory } from '../test/dossier-story';
import { schemaVersions, type StoredEvent } from './events';
import { UnknownEventError, upcast } from './upcast';

function alerted(change: Partial<StoredEvent> = {}): StoredEvent {
  const story = new DossierStory().wait(180).then(commands.alert);
  const event = story.events.at(-1);
  if (!event) throw new Error('no event');
  return { ...event, ...change };
}

describe('an event that was stored', () => {
  it('by this program comes back as it was', () => {
    const event = alerted();
    expect(upcast(event)).toEqual(event);
  });

  it('by an older program is lifted step by step to the newest version', () => {
    const old = alerted({ schemaVersion: -1, payload: { due: '2026-11-17' } });
    const lifted = upcast(old, {
      'reception-alerted@-1': ({ due }) => ({ dueOn: due }),
      'reception-alerted@0': ({ dueOn }) => ({ dueAt: `${String(dueOn)}T00:00:00.000Z` }),
    });
    expect(lifted).toMatchObject({
      schemaVersion: schemaVersions['reception-alerted'],
      payload: { dueAt: '2026-11-17T00:00:00.000Z' },
    });
    expect(old.payload).toEqual({ due: '2026-11-17' });
  });

  it.each([
    ['online', 'mocua', 'online'],
    ['online', 'mocua-kiosk', 'kiosk'],
    ['direct', 'mocua', 'counter'],
    ['post', 'mocua', 'post'],
  ])('as a filing by %s through %s is one by %s', (channel, sourceSystem, today) => {
    const [filed] = new DossierStory().events;
    if (!filed) throw new Error('no event');
    const old: StoredEvent = {
      ...filed,
      schemaVersion: 1,
      payload: { ...filed.payload, channel, sourceSystem },
    };
    expect(upcast(old)).toMatchObject({ schemaVersion: 2, payload: { channel: today, sourceSystem } });
  });

  it('by a newer program is refused by name, never guessed at', () => {
    const event = alerted({ schemaVersion: 99 });
    expect(() => upcast(event)).toThrow(UnknownEventError);
    expect(() => upcast(event)).toThrow(`reception-alerted@99 at ${event.dossierId}#2`);
    expect(() => upcast(alerted({ type: 'dossier-sold' }))).toThrow(UnknownEventError);
  });

  it('in an old version without its step is refused', () => {
    expect(() => upcast(alerted({ schemaVersion: 0 }))).toThrow(UnknownEventError);
  });
});
