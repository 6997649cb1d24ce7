import { Injectable } from '@nestjs/common';
import { upcast } from '@mocua/engine/dossier';
import {
  EventProjection,
  type FollowedEvent,
  type OutboxMessage,
  type SqlExecutor,
  writeOutbox,
} from '@mocua/server/kernel';
import { type DossierFacts, factsAfter } from '../domain/dossier-facts';
import { type Delta, deltasBetween, summed } from '../domain/measures';
import { isNews, provinceStoreDestination } from '../domain/province-record';
import { CounterRows, counterName } from '../persistence/counter-rows';
import { FactsRows } from '../persistence/facts-rows';

/**
 * Follows all dossiers and moves the counters by what each event changes; notes of those that look different now that the data
 * store of the province has to be told.
 */
@Injectable()
export class CountDossiers extends EventProjection {
  readonly name = counterName;

  constructor(
    private readonly facts: FactsRows,
    private readonly counters: CounterRows,
  ) {
    super();
  }

  async apply(events: readonly FollowedEvent[], tx: SqlExecutor): Promise<void> {
    const known = await this.facts.of([...new Set(events.map((event) => event.dossierId))], tx);
    const now = new Map<string, DossierFacts>();
    const deltas: Delta[] = [];
    for (const event of events) {
      const last = now.get(event.dossierId) ?? known.get(event.dossierId)?.facts ?? null;
      // Facts of event 0 wait to be counted again from the beginning.
      const before = last?.seq === 0 ? null : last;
      if (before !== null && before.seq >= event.seq) continue;
      const after = factsAfter(before, eventOf(event));
      deltas.push(...deltasBetween(before, after));
      now.set(event.dossierId, after);
    }
    await this.facts.keep(now, tx);
    await this.counters.add(summed(deltas), tx);
    const news = [...now].filter(([id, after]) => isNews(known.get(id)?.facts ?? null, after));
    await writeOutbox(
      tx,
      news.map(([dossierId, { seq }]) => toldOf(dossierId, seq)),
    );
  }
}

function toldOf(dossierId: string, seq: number): OutboxMessage {
  return { destination: provinceStoreDestination, lane: dossierId, payload: { dossierId, seq } };
}

function eventOf(event: FollowedEvent) {
  return upcast({ ...event, occurredAt: new Date(event.occurredAt).toISOString() });
}
