import type { InputOf, NoticeSettingsView, saveNoticeSettings } from '@mocua/contract';
import type { CitizenActor } from '@mocua/server/kernel';
import { hiddenEmail, hiddenPhone } from '../domain/hidden-contact';
import { noticeKinds } from '../domain/templates/notice-words';
import type { TurnedOff } from '../persistence/turned-off';
import type { ContactDirectory } from '../ports';

/** On which channels people are told what. The inbox of the portal cannot be turned off: it is the record. */
export class NoticeSettings {
  constructor(
    private readonly contacts: ContactDirectory,
    private readonly turnedOff: TurnedOff,
  ) {}

  async read(actor: CitizenActor): Promise<NoticeSettingsView> {
    const { phone, email } = await this.contacts.contactOf(actor.partyId);
    const off = await this.turnedOff.of(actor.partyId);
    const isOn = (channel: 'sms' | 'email', kind: string): boolean =>
      !off.some((entry) => entry.channel === channel && entry.kind === kind);
    return {
      phone: phone === null ? null : hiddenPhone(phone),
      email: email === null ? null : hiddenEmail(email),
      settings: noticeKinds.map((kind) => ({ kind, sms: isOn('sms', kind), email: isOn('email', kind) })),
    };
  }

  /** What is not mentioned is on. */
  async save(actor: CitizenActor, { body }: InputOf<typeof saveNoticeSettings>): Promise<NoticeSettingsView> {
    await this.turnedOff.replace(
      actor.partyId,
      body.settings.flatMap(({ kind, sms, email }) => [
        ...(sms ? [] : [{ channel: 'sms' as const, kind }]),
        ...(email ? [] : [{ channel: 'email' as const, kind }]),
      ]),
    );
    return this.read(actor);
  }
}
