import type {
  InputOf,
  listDeadLetters as listDeadLettersEndpoint,
  OutboundLane,
  replayDeadLetter as replayDeadLetterEndpoint,
  ResponseOf,
} from '@mocua/contract';
import {
  type Database,
  deadByDestination,
  listDeadLetters,
  problem,
  replayDeadLetter,
  waitingFor,
} from '@mocua/server/kernel';
import type { OutboundLanes } from '../domain/outbound-lanes';

const pageSize = 50;

/** Shows an administrator what waits and what was put aside on every way out, without anybody's personal data. */
export class WatchLanes {
  constructor(
    private readonly database: Database,
    private readonly lanes: OutboundLanes,
  ) {}

  /** The described receivers in their order, then others to which something was put aside. */
  async list(): Promise<{ items: OutboundLane[] }> {
    const dead = await deadByDestination(this.database);
    const described = this.lanes.all.map(({ destination }) => destination);
    const others = [...dead.keys()].filter((each) => !described.includes(each)).sort();
    const items = await Promise.all(
      [...described, ...others].map(async (destination): Promise<OutboundLane> => {
        const lane = this.lanes.all.find((each) => each.destination === destination);
        return {
          destination,
          name: lane?.name ?? null,
          connected: lane?.connected ?? false,
          ...(await waitingFor(this.database, destination)),
          dead: dead.get(destination) ?? 0,
          replayable: this.lanes.mayReplay(destination),
        };
      }),
    );
    return { items };
  }

  async deadLetters({
    params,
    query,
  }: InputOf<typeof listDeadLettersEndpoint>): Promise<ResponseOf<typeof listDeadLettersEndpoint>> {
    const after = Buffer.from(query.after ?? '', 'base64url').toString();
    const from = /^\d{1,18}$/u.test(after) ? after : '0';
    const rows = await listDeadLetters(this.database, params.destination, from);
    const last = rows.length === pageSize ? rows.at(-1) : undefined;
    return {
      items: rows.map(({ id, lane, attempts, behind, lastError }) => ({
        deliveryId: id,
        lane,
        attempts,
        behind,
        reason: lastError ?? '',
      })),
      next: last === undefined ? null : Buffer.from(last.id).toString('base64url'),
    };
  }

  /** @throws Problem `delivery.not-replayable`, `delivery.not-dead` */
  async replay({
    params: { destination, deliveryId },
  }: InputOf<typeof replayDeadLetterEndpoint>): Promise<Record<string, never>> {
    if (!this.lanes.mayReplay(destination)) throw problem('delivery.not-replayable');
    if (!(await replayDeadLetter(this.database, deliveryId, destination))) throw problem('delivery.not-dead');
    return {};
  }
}
