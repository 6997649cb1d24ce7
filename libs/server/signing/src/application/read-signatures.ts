import type { DossierId, SignatureView } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { Injectable } from '@nestjs/common';
import { decidedDocuments, DossierStream, requireOfficer } from '@mocua/server/dossier';
import { PartyDirectory, UnitDirectory } from '@mocua/server/identity';
import { type OfficerActor, problem } from '@mocua/server/kernel';
import { canAskAgain } from '../domain/signing-state';
import { Credentials } from '../persistence/credentials';
import { type SignatureRequest, SignatureRequests } from '../persistence/signature-requests';
import { type SignedPaper, SignedPapers } from '../persistence/signed-papers';
import { StoredSignatures } from './stored-signatures';

type Standing = Pick<SignatureView, 'state' | 'fault' | 'since' | 'paperReason'>;

/** Shows officers of a dossier how far its signatures are, and what they can do about it. */
@Injectable()
export class ReadSignatures {
  constructor(
    private readonly dossiers: DossierStream,
    private readonly units: UnitDirectory,
    private readonly credentials: Credentials,
    private readonly requests: SignatureRequests,
    private readonly papers: SignedPapers,
    private readonly stored: StoredSignatures,
    private readonly parties: PartyDirectory,
  ) {}

  /** @throws Problem `dossier.not-found` */
  async execute(actor: OfficerActor, dossierId: DossierId): Promise<{ items: SignatureView[] }> {
    const state = await this.load(actor, dossierId);
    const signer = (await this.credentials.signersOf([dossierId])).get(dossierId);
    if (!signer) return { items: [] };
    const documentIds = decidedDocuments(state).map((document) => document.documentId);
    const [requests, papers] = [
      await this.requests.latestOf(documentIds),
      await this.papers.many(documentIds),
    ];
    const name = await this.parties.displayName(signer.partyId);
    const items: SignatureView[] = [];
    for (const documentId of documentIds) {
      const request = requests.find((each) => each.documentId === documentId);
      const paper = papers.find((each) => each.documentId === documentId);
      const standing = paper ? await this.ended(paper) : underWay(request, state);
      items.push({
        documentId,
        signer: name,
        attempts: request?.attempt ?? 0,
        ...standing,
        actions: paper ? [] : actionsOf(actor, request),
      });
    }
    return { items };
  }

  /** The dossier, for an officer who may see it. */
  async load(actor: OfficerActor, dossierId: DossierId): Promise<DossierState> {
    const loaded = await this.dossiers.load(dossierId);
    if (!loaded) throw problem('dossier.not-found');
    requireOfficer(actor, 'read')(loaded.state, await this.units.tree());
    return loaded.state;
  }

  private async ended(paper: SignedPaper): Promise<Standing> {
    const since = paper.recordedAt.toISOString();
    if (paper.method === 'paper')
      return { state: 'on-paper', fault: null, since, paperReason: paper.exception };
    const found = await this.stored.check(paper);
    return {
      state: found.holds ? 'holds' : 'broken',
      fault: found.holds ? null : found.fault,
      since,
      paperReason: null,
    };
  }
}

function underWay(request: SignatureRequest | undefined, { completedAt }: DossierState): Standing {
  const since = (request?.settledAt ?? request?.dueAt)?.toISOString() ?? completedAt ?? '';
  // Between a signature and its paper, and before anybody noted the decision, it is as good as due.
  const state =
    request === undefined || request.state === 'signed' || request.state === 'superseded'
      ? 'due'
      : request.state;
  return { state, fault: request?.fault ?? null, since, paperReason: null };
}

function actionsOf(
  { assignment }: OfficerActor,
  request: SignatureRequest | undefined,
): SignatureView['actions'] {
  const may = (permission: 'dossier.approve' | 'dossier.issue'): boolean =>
    assignment?.permissions.includes(permission) === true;
  return [
    ...(may('dossier.approve') && request && canAskAgain.has(request.state) ? (['ask-again'] as const) : []),
    ...(may('dossier.issue') ? (['sign-on-paper'] as const) : []),
  ];
}
