import { Injectable } from '@nestjs/common';
import type {
  describeStoredPaper,
  InputOf,
  PartyId,
  StoredPaperId,
  StoredPaperView,
  uploadStoredPaper,
} from '@mocua/contract';
import { presentableFileName, ReceiveFile } from '@mocua/server/document';
import type { UploadStream } from '@mocua/server/dossier';
import {
  type CitizenActor,
  Clock,
  Database,
  type IdempotencyRequest,
  namedId,
  problem,
} from '@mocua/server/kernel';
import { type SealableJson, SubjectVault } from '@mocua/server/personal-data';
import { type PaperDetails, predecessorOf, type StoredPaper } from '../domain/stored-paper';
import { declaredStoreRules, storeRulesOn } from '../domain/store-rules';
import { PaperRows } from '../persistence/paper-rows';
import { PaperShelf, paperView } from './paper-shelf';

/** Papers that people put into their store themselves. Nobody has checked them, and nothing here says otherwise. */
@Injectable()
export class KeepOwnPaper {
  constructor(
    private readonly shelf: PaperShelf,
    private readonly rows: PaperRows,
    private readonly files: ReceiveFile,
    private readonly vault: SubjectVault,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a file. The same key with the same file answers with the paper that was kept.
   *
   * @throws Problem `store.full`, `request.idempotency-key-reused`, and what `ReceiveFile` refuses
   */
  async upload(
    actor: CitizenActor,
    { query }: Pick<InputOf<typeof uploadStoredPaper>, 'query'>,
    upload: UploadStream,
    { scope, key }: IdempotencyRequest,
  ): Promise<StoredPaperView> {
    const owner = actor.actingFor;
    const paperId = namedId<StoredPaperId>('stored-paper', `${scope}/${owner}/${key}`);
    const known = await this.rows.find(paperId);
    if (known === null) await this.requireRoom(owner);
    const fileName = presentableFileName(query.fileName);
    const file = await this.files.execute({ ...upload, fileName });
    if (known === null) {
      const details: PaperDetails = {
        kind: 'other',
        title: fileName.replace(/\.[^.]{1,5}$/u, ''),
        number: null,
        issuer: null,
        issuedOn: null,
        validUntil: null,
        fileName,
        sha256: file.sha256,
        dossierCode: null,
        component: null,
      };
      await this.insert(owner, paperId, file, details);
    }
    const kept = await this.rows.find(paperId);
    if (kept === null) throw problem('store.full', this.roomWords());
    if (kept.sha256 !== file.sha256) throw problem('request.idempotency-key-reused');
    return paperView(await this.shelf.require(owner, paperId), this.clock.today());
  }

  /**
   * Puts words to a paper of one's own. When it carries the number of an older one of the same kind, it takes its place.
   *
   * @throws Problem `store.paper-not-found`, `store.not-own`, `store.dates-crossed`
   */
  async describe(
    actor: CitizenActor,
    { params, body }: InputOf<typeof describeStoredPaper>,
  ): Promise<StoredPaperView> {
    const paper = await this.shelf.require(actor.actingFor, params.paperId);
    if (paper.source !== 'own') throw problem('store.not-own');
    const { issuedOn, validUntil } = body;
    if (issuedOn !== null && validUntil !== null && validUntil < issuedOn)
      throw problem('store.dates-crossed', {}, [
        { path: '/validUntil', code: 'store.dates-crossed', message: 'Ngày hết hạn trước ngày cấp.' },
      ]);
    const details: PaperDetails = {
      ...paper.details,
      ...body,
      number: body.number === '' ? null : body.number,
      issuer: body.issuer === '' ? null : body.issuer,
    };
    const value = await this.vault.put(paper.owner, 'stored-paper', sealable(details));
    await this.rows.describe(paper.paperId, value.valueId);
    await this.supersede({ ...paper, details });
    return paperView(await this.shelf.require(paper.owner, paper.paperId), this.clock.today());
  }

  private async supersede(paper: StoredPaper): Promise<void> {
    const older = predecessorOf(paper, await this.shelf.ofOwner(paper.owner));
    if (older !== null) await this.rows.supersede(older.paperId, paper.paperId);
  }

  private async insert(
    owner: PartyId,
    paperId: StoredPaperId,
    file: { sha256: string; size: number; mediaType: string },
    details: PaperDetails,
  ): Promise<void> {
    const value = await this.vault.seal(owner, 'stored-paper', sealable(details));
    const row = {
      paperId,
      owner,
      source: 'own',
      ...file,
      dossierId: null,
      toDeposit: false,
      addedAt: this.clock.iso(),
    } as const;
    const { maxPapers: papers, maxBytes: bytes } = this.rules();
    await this.database.transaction(async (tx) => {
      if (!(await this.rows.insert({ ...row, detailsValueId: value.valueId }, tx))) return;
      if (!(await this.rows.takeRoom(tx, owner, file.size, { papers, bytes })))
        throw problem('store.full', this.roomWords());
      await this.vault.store([value], tx);
    });
  }

  private async requireRoom(owner: PartyId): Promise<void> {
    const { papers, bytes } = await this.rows.roomOf(owner);
    const { maxPapers, maxBytes } = this.rules();
    if (papers >= maxPapers || bytes >= maxBytes) throw problem('store.full', this.roomWords());
  }

  private rules() {
    return storeRulesOn(declaredStoreRules, this.clock.today());
  }

  private roomWords(): { maxPapers: number; maxMb: number } {
    const { maxPapers, maxBytes } = this.rules();
    return { maxPapers, maxMb: Math.floor(maxBytes / 1_000_000) };
  }
}

/** Details as the vault takes them. */
export function sealable(details: PaperDetails): SealableJson {
  return { ...details };
}
