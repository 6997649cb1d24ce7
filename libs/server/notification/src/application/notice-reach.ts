import type { DossierId, NoticeReach } from '@mocua/contract';
import { localDate, type OfficerActor } from '@mocua/server/kernel';
import { noticeChannels } from '../domain/notice-channels';
import { isUnreached } from '../domain/notice-reach';
import { portalText } from '../domain/notice-texts';
import type { Messages } from '../persistence/messages';
import type { DossierGate } from '../ports';

/** Whether the applicant could be told of the last step: an officer who sees that nothing came through phones. */
export class ReadNoticeReach {
  constructor(
    private readonly gate: DossierGate,
    private readonly messages: Messages,
  ) {}

  /** @throws Problem `dossier.not-found` also for a dossier the officer may not see */
  async execute(actor: OfficerActor, dossierId: DossierId): Promise<NoticeReach> {
    await this.gate.letThrough(actor, dossierId);
    const last = await this.messages.lastOf(dossierId);
    if (last === null) return { unreached: false, last: null };
    const sent = noticeChannels.flatMap((channel) => last.sent.filter((each) => each.channel === channel));
    return {
      unreached: last.readAt === null && isUnreached(sent.map(({ state }) => state)),
      last: {
        kind: last.kind,
        title: portalText(last.kind, last.code, localDate(last.at)).title,
        at: last.at.toISOString(),
        readAt: last.readAt?.toISOString() ?? null,
        sent,
      },
    };
  }
}
