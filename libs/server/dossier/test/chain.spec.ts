import { describe, expect, it } from '@jest/globals';
import { commands, DossierStory } from './stories';
import { chain, firstHash, hashOfEvent } from '../src/domain/chain';

const { events } = new DossierStory().then(commands.receive, commands.edit, commands.withdraw);

describe('the chain of a dossier', () => {
  it('links every event to the one before, from the empty hash on', () => {
    const links = chain(firstHash, events);
    expect(links.map((link) => link.prevHash)).toEqual([
      firstHash,
      ...links.slice(0, -1).map((link) => link.hash),
    ]);
    expect(new Set(links.map((link) => link.hash)).size).toBe(events.length);
  });

  it('goes on from where it was left', () => {
    const whole = chain(firstHash, events);
    const tail = chain(whole[1]?.hash ?? '', events.slice(2));
    expect(tail).toEqual(whole.slice(2));
  });

  it('covers the event as it is stored, whatever the order of its keys', () => {
    const [event] = events;
    if (!event) throw new Error('no event');
    const shuffled = Object.fromEntries(
      Object.entries(JSON.parse(JSON.stringify(event)) as object).reverse(),
    ) as unknown as typeof event;
    expect(hashOfEvent(firstHash, shuffled)).toBe(hashOfEvent(firstHash, event));
  });

  it('breaks at any change of any covered part, and at another predecessor', () => {
    const [event] = events;
    if (!event) throw new Error('no event');
    const hash = hashOfEvent(firstHash, event);
    const changed = [
      { ...event, dossierId: '01890000-0000-7000-8000-000000000002' },
      { ...event, seq: 2 },
      { ...event, type: 'dossier-refused' },
      { ...event, schemaVersion: event.schemaVersion + 1 },
      { ...event, occurredAt: '2026-11-16T01:05:00.001Z' },
      { ...event, actor: { kind: 'system', job: 'other' } },
      { ...event, payload: { ...event.payload, extra: null } },
    ];
    for (const other of changed) expect(hashOfEvent(firstHash, other)).not.toBe(hash);
    expect(hashOfEvent('1'.repeat(64), event)).not.toBe(hash);
  });
});
