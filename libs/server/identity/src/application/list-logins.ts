import { Injectable } from '@nestjs/common';
import type { listCitizenLogins, PartyId, ResponseOf } from '@mocua/contract';
import { LoginEventStore } from '../persistence/login-event.store';
import type { SessionAudience } from '../persistence/session.store';

/** Shows people when and how they signed in, refusals included, so that a stranger's log-in is noticed. */
@Injectable()
export class ListLogins {
  constructor(private readonly logins: LoginEventStore) {}

  async execute(partyId: PartyId, audience: SessionAudience): Promise<ResponseOf<typeof listCitizenLogins>> {
    const entries = await this.logins.of(partyId, audience);
    return { items: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })) };
  }
}
