import type { askForSignature, InputOf, recordPaperSignature, SignatureView } from '@mocua/contract';
import { Injectable } from '@nestjs/common';
import { presentableFileName, ReceiveFile } from '@mocua/server/document';
import { decidedDocuments, type UploadStream } from '@mocua/server/dossier';
import { Clock, Database, type OfficerActor, problem } from '@mocua/server/kernel';
import { canAskAgain } from '../domain/signing-state';
import { Credentials } from '../persistence/credentials';
import { SignatureRequests } from '../persistence/signature-requests';
import { SignedPapers } from '../persistence/signed-papers';
import { ReadSignatures } from './read-signatures';

type Shown = Promise<{ items: SignatureView[] }>;

/** What officers do when a signature does not come: ask once more, or sign by hand. */
@Injectable()
export class SettleSignature {
  constructor(
    private readonly reading: ReadSignatures,
    private readonly credentials: Credentials,
    private readonly requests: SignatureRequests,
    private readonly papers: SignedPapers,
    private readonly files: ReceiveFile,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `dossier.not-found`, `signature.not-needed`, `signature.settled` */
  async askAgain(actor: OfficerActor, { params }: InputOf<typeof askForSignature>): Shown {
    const signer = await this.signerOf(actor, params);
    const [latest] = await this.requests.latestOf([params.documentId]);
    if (latest && !canAskAgain.has(latest.state)) throw problem('signature.settled');
    const planned = await this.database.transaction((tx) =>
      this.requests.plan(tx, { ...signer, documentId: params.documentId }, this.clock.now()),
    );
    if (!planned) throw problem('signature.settled');
    return this.reading.execute(actor, params.dossierId);
  }

  /**
   * Keeps the scan of the paper that was signed by hand. A signature that comes after that is not attached.
   *
   * @throws Problem `dossier.not-found`, `signature.not-needed`, `signature.settled`, and what `ReceiveFile` refuses
   */
  async onPaper(
    actor: OfficerActor,
    { params, query }: Pick<InputOf<typeof recordPaperSignature>, 'params' | 'query'>,
    upload: UploadStream,
  ): Shown {
    const { documentId, dossierId } = params;
    const { partyId } = await this.signerOf(actor, params);
    if (await this.papers.find(documentId)) throw problem('signature.settled');
    const file = await this.files.execute({ ...upload, fileName: presentableFileName(query.fileName) });
    if (file.mediaType !== 'application/pdf') throw problem('attachment.type-refused');
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      await this.requests.supersede(tx, documentId, now);
      const { sha256, size } = file;
      const signed = { documentId, dossierId, partyId, sha256, size, signingTime: now, recordedAt: now };
      const by = { method: 'paper', recordedBy: actor.partyId, exception: query.reason } as const;
      if (!(await this.papers.add(tx, { ...signed, ...by }))) throw problem('signature.settled');
    });
    return this.reading.execute(actor, dossierId);
  }

  private async signerOf(
    actor: OfficerActor,
    { dossierId, documentId }: InputOf<typeof askForSignature>['params'],
  ) {
    const state = await this.reading.load(actor, dossierId);
    const signer = (await this.credentials.signersOf([dossierId])).get(dossierId);
    const isDecided = decidedDocuments(state).some((document) => document.documentId === documentId);
    if (!signer || !isDecided) throw problem('signature.not-needed');
    return signer;
  }
}
