import type { PartyId } from '@mocua/contract';
import type { PartyDirectory } from '@mocua/server/identity';
import { type Contact, ContactDirectory } from '../ports';

/** Contact data from the e-identity of the last log-in; what is not a usable address counts as none. */
export class PartyContacts extends ContactDirectory {
  constructor(private readonly parties: Pick<PartyDirectory, 'claims'>) {
    super();
  }

  override async contactOf(partyId: PartyId): Promise<Contact> {
    const values = (await this.parties.claims(partyId))?.values;
    const phone = values?.phone?.replace(/[\s.-]/gu, '') ?? '';
    const email = values?.email?.trim() ?? '';
    return {
      phone: /^(?:\+\d{8,15}|0\d{9,10})$/u.test(phone) ? phone : null,
      email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(email) ? email : null,
    };
  }
}
