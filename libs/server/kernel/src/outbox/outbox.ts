/** An effect to be delivered after commit. Rows of one lane leave in the order they were written. */
export interface OutboxMessage {
  readonly destination: string;
  /** Order is kept inside a lane; the lane of a dossier is its id. */
  readonly lane: string;
  /** Ids and codes only: the row must not hold personal data. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Not delivered before this instant (ISO). */
  readonly notBefore?: string;
}

export interface OutboxRow extends OutboxMessage {
  readonly id: string;
  readonly attempts: number;
}

/** Delivers the messages of one destination. Must be idempotent by `row.id`: delivery is at least once. */
export abstract class OutboxHandler {
  abstract readonly destination: string;
  abstract deliver(row: OutboxRow): Promise<void>;
}

/** Columns of `kernel.outbox` as JSON rows for a data-modifying statement. */
export function outboxJson(messages: readonly OutboxMessage[]): string {
  return JSON.stringify(
    messages.map((message) => ({
      destination: message.destination,
      lane: message.lane,
      payload: message.payload,
      not_before: message.notBefore ?? null,
    })),
  );
}
