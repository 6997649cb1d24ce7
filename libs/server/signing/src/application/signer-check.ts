import type { SignatureFault } from '@mocua/contract';
import { Injectable } from '@nestjs/common';
import { PartyDirectory } from '@mocua/server/identity';
import { certificateFault, readCertificate, type SignerCertificate } from '../domain/certificate';
import type { SignatureRequest } from '../persistence/signature-requests';
import { SigningService, TrustedAuthorities } from '../ports';

/** Looks at the certificate behind a credential: whether it is believed, and whether it is the signer's. */
@Injectable()
export class SignerCheck {
  constructor(
    private readonly service: SigningService,
    private readonly trust: TrustedAuthorities,
    private readonly parties: PartyDirectory,
  ) {}

  /** Certificates of the request's credential, the signer's first; empty when there are none that can be read. */
  async chainOf({ credentialId }: SignatureRequest): Promise<readonly SignerCertificate[]> {
    const certificates = await this.service.certificates(credentialId);
    try {
      return certificates.map(readCertificate);
    } catch {
      // Bytes that are no certificate: the same as none, and told as such.
      return [];
    }
  }

  /** Why the certificate does not stand for the person who is to sign, at a time; null when it does. */
  async faultOf(
    { partyId }: SignatureRequest,
    chain: readonly SignerCertificate[],
    at: Date,
  ): Promise<SignatureFault | null> {
    const fault = certificateFault(chain, await this.trust.roots(), at);
    if (fault !== null) return fault;
    const personalId = chain[0]?.personalId ?? null;
    const holder =
      personalId === null ? null : await this.parties.findByIdentifier('personal-id', personalId);
    return holder === partyId ? null : 'wrong-person';
  }
}
