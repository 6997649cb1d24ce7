import { Injectable } from '@nestjs/common';
import type { InputOf, ResultRevocation, revokeResult, StoredPaperId } from '@mocua/contract';
import { type IssuedResult, ResultToRevoke } from '@mocua/server/dossier';
import { Clock, Database, type OfficerActor, problem, writeOutbox } from '@mocua/server/kernel';
import { depositMessage } from '../domain/deposit';
import { paperIdOf } from '../domain/stored-paper';
import { PaperRows } from '../persistence/paper-rows';
import { type RevocationRow, RevocationRows } from '../persistence/revocation-rows';
import { revocationView } from './revocation-view';

/** Takes an issued result out of use by a decision of the agency that issued it. The paper stays visible, with the reason. */
@Injectable()
export class RevokeResult {
  constructor(
    private readonly results: ResultToRevoke,
    private readonly revocations: RevocationRows,
    private readonly papers: PaperRows,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The same decision again answers as the first time.
   *
   * @throws Problem `dossier.not-found`, `document.not-found`, `store.not-a-result`, `store.no-replacement`,
   *   `store.revoked-already`
   */
  async execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof revokeResult>,
  ): Promise<ResultRevocation> {
    const result = await this.results.require(actor, params);
    const { decisionNumber, reason } = body;
    const wanted: RevocationRow = {
      paperId: paperIdOf(result.documentId),
      documentId: result.documentId,
      dossierId: result.dossierId,
      revokedBy: actor.partyId,
      unitId: assignedUnit(actor),
      decisionNumber,
      reason,
      replacedBy: await this.replacement(result, body.replacedBy),
      revokedAt: this.clock.now(),
    };
    const held = await this.database.transaction(async (tx) => {
      await this.revocations.lock(wanted.paperId, tx);
      if ((await this.revocations.find(wanted.paperId, tx)) === null) {
        const told = await this.papers.revoke(wanted, tx);
        const deposit = told ? [depositMessage({ ...wanted, code: result.code })] : [];
        await writeOutbox(tx, [...noticesOf(result, wanted), ...deposit]);
      }
      return this.revocations.insert(wanted, tx);
    });
    if (held.decisionNumber !== decisionNumber || held.reason !== reason)
      throw problem('store.revoked-already');
    return revocationView(held);
  }

  private async replacement(result: IssuedResult, code: string | null): Promise<StoredPaperId | null> {
    if (code === null) return null;
    const newer = await this.results.ofOwner(result.owner, code);
    if (newer === null || newer.documentId === result.documentId) throw problem('store.no-replacement');
    return paperIdOf(newer.documentId);
  }
}

function assignedUnit({ assignment }: OfficerActor) {
  if (!assignment) throw problem('session.assignment-required');
  return assignment.unitId;
}

/** Owner and submitter are told; the lane of the dossier keeps the order of what they hear. */
function noticesOf({ owner, submitter, dossierId, code }: IssuedResult, { revokedAt }: RevocationRow) {
  return [...new Set([owner, submitter])].map((partyId) => ({
    destination: 'notification',
    lane: dossierId,
    payload: { kind: 'result-revoked', partyId, dossierId, code, occurredAt: revokedAt.toISOString() },
  }));
}
