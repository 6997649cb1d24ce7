import type { PartyId } from '@mocua/contract';
import type { DisplayStore, PartyDirectory } from '@mocua/server/identity';
import { type AccessScope, type ConsentLedger, readerNames } from '@mocua/server/personal-data';
import { type Contact, ContactDirectory, type NoticeSubject } from '../ports';

const sender = { kind: 'system', id: 'notices', label: readerNames.notices.vi } as const;

/** Contact data from the e-identity of the last log-in; what is not a usable address counts as none. */
export class PartyContacts extends ContactDirectory {
  constructor(
    private readonly parties: Pick<PartyDirectory, 'claims'>,
    private readonly access: AccessScope,
    private readonly consents: Pick<ConsentLedger, 'find'>,
    private readonly displays: Pick<DisplayStore, 'of'>,
  ) {
    super();
  }

  override contactOf(partyId: PartyId, notice?: NoticeSubject): Promise<Contact> {
    if (!notice) return this.read(partyId);
    return this.access.run({ reader: sender, purpose: 'notification' }, () => {
      if (notice.dossierId !== null) this.access.about(notice.dossierId, notice.code);
      return this.read(partyId);
    });
  }

  private async read(partyId: PartyId): Promise<Contact> {
    const values = (await this.parties.claims(partyId))?.values;
    const number = values?.phone?.replace(/[\s.-]/gu, '') ?? '';
    const email = values?.email?.trim() ?? '';
    const phone = /^(?:\+\d{8,15}|0\d{9,10})$/u.test(number) ? number : null;
    const agreed = phone !== null && (await this.consents.find(partyId, 'zalo-notices')) !== null;
    return {
      phone,
      email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(email) ? email : null,
      zalo: agreed ? phone : null,
      language: (await this.displays.of(partyId))?.language ?? 'vi',
    };
  }
}
