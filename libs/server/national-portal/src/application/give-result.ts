import { Injectable } from '@nestjs/common';
import type { downloadNationalResult, InputOf } from '@mocua/contract';
import { DossierStream, IssuePaper, type PrintedFile } from '@mocua/server/dossier';
import { problem } from '@mocua/server/kernel';
import { AccessScope, type Reader, readerNames, Readings } from '@mocua/server/personal-data';
import { PortalProof } from './portal-proof';

const reader: Reader = {
  kind: 'system',
  id: 'national-portal',
  label: readerNames.nationalPortalFetches.vi,
};

/** Gives the national portal the result behind the link it was told. The owner sees that it was fetched. */
@Injectable()
export class GiveResult {
  constructor(
    private readonly proof: PortalProof,
    private readonly stream: DossierStream,
    private readonly papers: IssuePaper,
    private readonly access: AccessScope,
    private readonly readings: Readings,
  ) {}

  /** @throws Problem `partner.unknown`, `document.not-found` for anything that is no result, `document.awaits-signature`, `document.signature-broken` */
  async execute(
    authorization: string | undefined,
    { params }: InputOf<typeof downloadNationalResult>,
  ): Promise<PrintedFile> {
    if (!this.proof.holds(authorization)) throw problem('partner.unknown');
    const state = (await this.stream.load(params.dossierId))?.state;
    const kind = state?.outcome === 'negative' ? 'form-03' : 'result';
    const document = state?.documents.find((each) => each.documentId === params.documentId);
    if (!state || state.completedAt === null || document?.kind !== kind) throw problem('document.not-found');
    return this.access.run({ reader, purpose: 'synchronisation' }, async () => {
      this.access.about(state.dossierId, state.code ?? state.transactionCode);
      await this.readings.note([state.people.owner], 'documents');
      return this.papers.open(state, params.documentId);
    });
  }
}
