import { Injectable } from '@nestjs/common';
import type {
  InputOf,
  listNationalDeliveries,
  listNationalDifferences,
  replayNationalDelivery,
  ResponseOf,
} from '@mocua/contract';
import { nationalPortalDestination } from '@mocua/server/dossier';
import { Database, listDeadLetters, problem, replayDeadLetter, waitingFor } from '@mocua/server/kernel';
import { DifferenceStore } from '../persistence/difference-store';

const pageSize = 50;

/** Shows an administrator what differs and what could not be told, without anybody's personal data. */
@Injectable()
export class DeliveriesDesk {
  constructor(
    private readonly store: DifferenceStore,
    private readonly database: Database,
  ) {}

  async differences({
    query,
  }: InputOf<typeof listNationalDifferences>): Promise<ResponseOf<typeof listNationalDifferences>> {
    const after = query.after === undefined ? null : readCursor(query.after);
    const [lastRun, rows] = await Promise.all([this.store.lastRun(), this.store.page(after, pageSize + 1)]);
    const items = rows.slice(0, pageSize).map((row) => ({ ...row, details: [...row.details] }));
    const last = rows.length > pageSize ? items.at(-1) : undefined;
    return {
      lastRun: lastRun && {
        finishedAt: lastRun.finishedAt,
        compared: lastRun.compared,
        different: lastRun.different,
        unanswered: lastRun.unanswered,
      },
      items,
      next: last === undefined ? null : writeCursor(last),
    };
  }

  async deliveries({
    query,
  }: InputOf<typeof listNationalDeliveries>): Promise<ResponseOf<typeof listNationalDeliveries>> {
    const after = query.after === undefined ? '0' : Buffer.from(query.after, 'base64url').toString();
    const [{ waiting }, rows] = await Promise.all([
      waitingFor(this.database, nationalPortalDestination),
      listDeadLetters(this.database, nationalPortalDestination, /^\d{1,18}$/u.test(after) ? after : '0'),
    ]);
    const last = rows.length === pageSize ? rows.at(-1) : undefined;
    return {
      waiting,
      deadLetters: rows.map(({ id, lane, attempts, behind, lastError }) => ({
        deliveryId: id,
        dossierId: lane as ResponseOf<typeof listNationalDeliveries>['deadLetters'][number]['dossierId'],
        attempts,
        behind,
        reason: lastError ?? '',
      })),
      next: last === undefined ? null : Buffer.from(last.id).toString('base64url'),
    };
  }

  /** @throws Problem `delivery.not-dead` */
  async replay({ params }: InputOf<typeof replayNationalDelivery>): Promise<Record<string, never>> {
    if (!(await replayDeadLetter(this.database, params.deliveryId, nationalPortalDestination)))
      throw problem('delivery.not-dead');
    return {};
  }
}

interface Place {
  readonly code: string;
  readonly dossierId: string;
}

function writeCursor({ code, dossierId }: Place): string {
  return Buffer.from(JSON.stringify([code, dossierId])).toString('base64url');
}

/** A cursor that is none leads to the beginning. */
function readCursor(cursor: string): Place | null {
  try {
    const [code, dossierId] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    return typeof code === 'string' && typeof dossierId === 'string' && /^[\da-f-]{36}$/u.test(dossierId)
      ? { code, dossierId }
      : null;
  } catch {
    return null;
  }
}
