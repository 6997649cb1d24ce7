import { Injectable } from '@nestjs/common';
import type { PartyId } from '@mocua/contract';
import type { ProvenIdentity } from '../domain/identity-claims';
import type { SessionAudience } from '../persistence/session.store';
import { ActingAssignments } from './acting-assignments';
import { PartyDirectory } from './party-directory';
import { RecordClaims } from './record-claims';
import { RegisterParty } from './register-party';

export interface Admission {
  /** Null when nobody known could be recognised. */
  readonly partyId: PartyId | null;
  readonly admitted: boolean;
}

/**
 * Who may sign in where. Every proven person may use the portal and becomes a party by it; the workspace is open only
 * to people who hold an assignment today, and never makes a new party.
 */
@Injectable()
export class SignInPolicy {
  constructor(
    private readonly register: RegisterParty,
    private readonly recordClaims: RecordClaims,
    private readonly directory: PartyDirectory,
    private readonly assignments: ActingAssignments,
  ) {}

  async admit(audience: SessionAudience, identity: ProvenIdentity, provider: string): Promise<Admission> {
    return audience === 'officer' ? this.admitOfficer(identity) : this.admitCitizen(identity, provider);
  }

  private async admitCitizen(identity: ProvenIdentity, provider: string): Promise<Admission> {
    const partyId = await this.register.execute(identity);
    await this.recordClaims.execute(partyId, identity.level, {
      values: identity.values,
      account: { provider, ...identity.account },
    });
    return { partyId, admitted: true };
  }

  private async admitOfficer(identity: ProvenIdentity): Promise<Admission> {
    for (const { kind, value } of identity.identifiers) {
      const partyId = await this.directory.findByIdentifier(kind, value);
      if (partyId !== null) return { partyId, admitted: (await this.assignments.of(partyId)).length > 0 };
    }
    return { partyId: null, admitted: false };
  }
}
