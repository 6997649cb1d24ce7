import type { OutboxRow } from '@mocua/server/kernel';
import { type Notice, noticeOf, type UnitNotice } from '../domain/notice';
import type { Messages } from '../persistence/messages';
import type { ReceptionAlerts } from '../persistence/reception-alerts';

/**
 * The part of a notice that needs no gateway: the inbox of the person, the alert of the unit. It comes first, so that the
 * portal tells the truth even while nothing can be sent.
 */
export class KeepNotice {
  constructor(
    private readonly messages: Messages,
    private readonly alerts: ReceptionAlerts,
  ) {}

  /** Safe to repeat. Gives the notice that was kept. */
  async execute(row: Pick<OutboxRow, 'id' | 'payload'>, at: string): Promise<Notice | UnitNotice> {
    const notice = noticeOf(row.payload);
    if (notice.to === 'unit') await this.alerts.raise(notice, at);
    else {
      await this.messages.keep(row.id, notice, at);
      // rows of one dossier come in order, so whatever follows an alert ends the waiting it was about
      if (notice.kind !== 'submitted' && notice.dossierId !== null)
        await this.alerts.settle(notice.dossierId, notice.occurredAt ?? at);
    }
    return notice;
  }
}
