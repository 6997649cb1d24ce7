import type { InputOf, listMessages, markMessagesRead, ResponseOf } from '@mocua/contract';
import { type CitizenActor, type Clock, localDate } from '@mocua/server/kernel';
import { portalText } from '../domain/notice-texts';
import type { MessagePosition, Messages } from '../persistence/messages';

const pageSize = 20;

/** The inbox of the signed-in person: theirs alone, whomever they act for. */
export class ReadMessages {
  constructor(
    private readonly messages: Messages,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: CitizenActor,
    { query }: InputOf<typeof listMessages>,
  ): Promise<ResponseOf<typeof listMessages>> {
    const found = await this.messages.of(actor.partyId, decode(query.after), pageSize + 1);
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      items: shown.map(({ at, readAt, money, ...message }) => ({
        ...message,
        ...portalText(message.kind, message.code, localDate(at), money),
        at: at.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      })),
      next: found.length > pageSize && last ? encode(last) : null,
      unread: await this.messages.unreadOf(actor.partyId),
    };
  }

  async markRead(
    actor: CitizenActor,
    { body }: InputOf<typeof markMessagesRead>,
  ): Promise<ResponseOf<typeof markMessagesRead>> {
    await this.messages.markRead(actor.partyId, body.messageIds, this.clock.now());
    return { unread: await this.messages.unreadOf(actor.partyId) };
  }
}

function encode({ at, messageId }: { readonly at: Date; readonly messageId: string }): string {
  return Buffer.from(`${at.toISOString()}|${messageId}`).toString('base64url');
}

/** A cursor that was not made here starts from the beginning: it can only come from an edited address. */
function decode(cursor: string | undefined): MessagePosition | null {
  const [at = '', id = ''] = Buffer.from(cursor ?? '', 'base64url')
    .toString('utf8')
    .split('|');
  return Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/u.test(id)
    ? null
    : { at: new Date(at).toISOString(), id };
}
