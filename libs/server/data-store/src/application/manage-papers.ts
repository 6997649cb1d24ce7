import { Injectable } from '@nestjs/common';
import type {
  deleteStoredPaper,
  hideStoredPaper,
  InputOf,
  StoredPaperId,
  StoredPaperView,
} from '@mocua/contract';
import { type DownloadedFile } from '@mocua/server/dossier';
import { type CitizenActor, Clock, problem } from '@mocua/server/kernel';
import { PaperRows } from '../persistence/paper-rows';
import { PaperShelf, paperView } from './paper-shelf';
import { StoredFiles } from './stored-files';

/**
 * What an owner may do with a paper. What a dossier brought stays, for the archives: it can be hidden, never deleted. A copy
 * from the national store can be deleted: the paper itself stays over there.
 */
@Injectable()
export class ManagePapers {
  constructor(
    private readonly shelf: PaperShelf,
    private readonly rows: PaperRows,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `store.paper-not-found` */
  async hide(
    actor: CitizenActor,
    { params, body }: InputOf<typeof hideStoredPaper>,
  ): Promise<StoredPaperView> {
    const paper = await this.shelf.require(actor.actingFor, params.paperId);
    await this.rows.hide(paper.paperId, body.hidden);
    return paperView({ ...paper, hidden: body.hidden }, this.clock.today());
  }

  /** @throws Problem `store.paper-not-found`, `store.not-own` */
  async remove(
    actor: CitizenActor,
    { params }: InputOf<typeof deleteStoredPaper>,
  ): Promise<Record<string, never>> {
    const row = await this.rows.find(params.paperId);
    if (row?.owner !== actor.actingFor) throw problem('store.paper-not-found');
    if (row.dossierId !== null) throw problem('store.not-own');
    await this.rows.deleteOwn(row.paperId);
    return {};
  }

  /** @throws Problem `store.paper-not-found`, `store.paper-damaged` */
  async open(actor: CitizenActor, paperId: StoredPaperId): Promise<DownloadedFile> {
    return this.files.open(await this.shelf.require(actor.actingFor, paperId));
  }
}
