import type { InputOf, NoticeChannel, NoticeSettingsView, saveNoticeSettings } from '@mocua/contract';
import type { CitizenActor } from '@mocua/server/kernel';
import type { ConsentLedger, ConsentStanding } from '@mocua/server/personal-data';
import { hiddenEmail, hiddenPhone } from '../domain/hidden-contact';
import { noticeChannels } from '../domain/notice-channels';
import { noticeKinds } from '../domain/templates/notice-words';
import type { TurnedOff } from '../persistence/turned-off';
import type { ContactDirectory } from '../ports';

/** On which channels people are told what. The inbox of the portal cannot be turned off: it is the record. */
export class NoticeSettings {
  constructor(
    private readonly contacts: ContactDirectory,
    private readonly turnedOff: TurnedOff,
    private readonly consents: Pick<ConsentLedger, 'standingOf' | 'decide'>,
  ) {}

  async read(actor: CitizenActor): Promise<NoticeSettingsView> {
    const { phone, email } = await this.contacts.contactOf(actor.partyId);
    const off = await this.turnedOff.of(actor.partyId);
    const zalo = await this.zaloOf(actor);
    const isOn = (channel: NoticeChannel, kind: string): boolean =>
      !off.some((entry) => entry.channel === channel && entry.kind === kind);
    return {
      phone: phone === null ? null : hiddenPhone(phone),
      email: email === null ? null : hiddenEmail(email),
      zalo: zalo && {
        agreed: zalo.given,
        textVersion: zalo.purpose.version,
        text: zalo.purpose.text,
      },
      settings: noticeKinds.map((kind) => ({
        kind,
        sms: isOn('sms', kind),
        email: isOn('email', kind),
        zalo: isOn('zalo', kind),
      })),
    };
  }

  /**
   * What is not mentioned is on; Zalo only for whoever agreed to it.
   *
   * @throws Problem `privacy.text-changed`
   */
  async save(actor: CitizenActor, { body }: InputOf<typeof saveNoticeSettings>): Promise<NoticeSettingsView> {
    if (body.zalo) await this.decide(actor, body.zalo);
    await this.turnedOff.replace(
      actor.partyId,
      body.settings.flatMap((setting) =>
        noticeChannels
          .filter((channel) => !setting[channel])
          .map((channel) => ({ channel, kind: setting.kind })),
      ),
    );
    return this.read(actor);
  }

  /** Only a change is written into the ledger. */
  private async decide(
    actor: CitizenActor,
    { agreed, textVersion }: { readonly agreed: boolean; readonly textVersion: number },
  ): Promise<void> {
    const standing = await this.zaloOf(actor);
    if (standing?.given === agreed) return;
    await this.consents.decide({
      partyId: actor.partyId,
      decidedBy: actor.partyId,
      purpose: 'zalo-notices',
      textVersion,
      decision: agreed ? 'given' : 'withdrawn',
      method: actor.atKiosk === undefined ? 'portal' : 'kiosk',
    });
  }

  private async zaloOf(actor: CitizenActor): Promise<ConsentStanding | null> {
    const standing = await this.consents.standingOf(actor.partyId);
    return standing.find(({ purpose }) => purpose.code === 'zalo-notices') ?? null;
  }
}
