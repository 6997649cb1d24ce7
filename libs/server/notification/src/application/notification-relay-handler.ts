import type { NoticeChannel } from '@mocua/contract';
import { type Clock, namedId, OutboxHandler, type OutboxRow } from '@mocua/server/kernel';
import type { ConsentLedger } from '@mocua/server/personal-data';
import { factOf, type Notice } from '../domain/notice';
import { noticeChannels } from '../domain/notice-channels';
import { type QuietHours, quietUntil } from '../domain/quiet-hours';
import { sameSince } from '../domain/sending-plan';
import type { Deliveries, PlannedDelivery } from '../persistence/deliveries';
import type { TurnedOff } from '../persistence/turned-off';
import { addressOn, type ContactDirectory } from '../ports';
import type { KeepNotice } from './keep-notice';

/**
 * Tells people at once what happened: puts the notice into their inbox and decides what goes to which channel, and when.
 * Nothing is sent from here, so neither a quiet night nor a gateway that is down holds up what follows.
 *
 * @legal NĐ 224/2026 Điều 15(1)(g)
 */
export class NotificationRelayHandler extends OutboxHandler {
  override readonly destination = 'notification';

  constructor(
    private readonly keeping: KeepNotice,
    private readonly turnedOff: TurnedOff,
    private readonly consents: Pick<ConsentLedger, 'find'>,
    private readonly contacts: ContactDirectory,
    private readonly deliveries: Deliveries,
    private readonly quiet: readonly QuietHours[],
    private readonly clock: Clock,
  ) {
    super();
  }

  override async deliver(row: OutboxRow): Promise<void> {
    const notice = await this.keeping.execute(row, this.clock.iso());
    if (notice.to === 'unit') return;
    const now = this.clock.now();
    const off = await this.turnedOff.of(notice.partyId);
    const since = sameSince(notice.kind, now);
    const told = since === null ? [] : await this.deliveries.toldSince(row.id, notice, since);
    const stateOn = (channel: NoticeChannel): PlannedDelivery['state'] => {
      if (off.some((entry) => entry.channel === channel && entry.kind === notice.kind)) return 'off';
      return told.includes(channel) ? 'repeated' : 'trying';
    };
    const agreed = (await this.consents.find(notice.partyId, 'zalo-notices')) !== null;
    const planned = noticeChannels
      .filter((channel) => channel !== 'zalo' || agreed)
      .map((channel) => this.planned(row, notice, channel, stateOn(channel), now));
    await this.deliveries.plan(await this.withoutEmptyPromises(notice, planned), now);
  }

  /** Nobody reads all night that a message will come in the morning when there is no address it could come to. */
  private async withoutEmptyPromises(
    notice: Notice,
    planned: readonly PlannedDelivery[],
  ): Promise<readonly PlannedDelivery[]> {
    if (planned.every(({ state }) => state !== 'put-off')) return planned;
    const contact = await this.contacts.contactOf(notice.partyId, notice);
    return planned.map((delivery) =>
      delivery.state === 'put-off' && addressOn(delivery.channel, contact) === null
        ? { ...delivery, state: 'no-contact' }
        : delivery,
    );
  }

  /** The message id follows from the fact, so that neither we nor the gateway tells it twice. */
  private planned(
    row: OutboxRow,
    notice: Notice,
    channel: NoticeChannel,
    state: PlannedDelivery['state'],
    now: Date,
  ): PlannedDelivery {
    const { partyId, kind, dossierId, rightsRequestId, personDueAt } = notice;
    const quiet = state === 'trying' ? quietUntil(this.quiet, { channel, kind, personDueAt }, now) : null;
    return {
      messageId: namedId('notice', `${factOf(row.id, notice)}/${channel}`),
      outboxId: row.id,
      partyId,
      kind,
      dossierId,
      rightsRequestId,
      channel,
      state: quiet === null ? state : 'put-off',
      dueAt: quiet ?? now,
    };
  }
}
