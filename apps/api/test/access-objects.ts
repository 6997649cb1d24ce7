import {
  type CitizenDossierView,
  type DraftView,
  getDraft,
  getMyDossier,
  receiveDossier,
  submitDossier,
  withdrawDossier,
} from '@mocua/contract';
import { type ApiHarness, ok, type Session } from './api-harness';
import { aFiling } from './filing.builder';

/** What one person owns: a dossier and a draft, in the situation a row of the matrix speaks about. */
export interface Owned {
  readonly draft: DraftView;
  readonly dossier: CitizenDossierView;
}
export type Situation = 'submitted' | 'processing' | 'closed';

/** Objects of one owner in every situation. */
export async function makeOwned(
  api: ApiHarness,
  writer: Session,
  oneStop: Session,
): Promise<Readonly<Record<Situation, Owned>>> {
  const dossier = async (situation: Situation): Promise<Owned> => {
    const filing = aFiling(api, writer);
    const draft = await filing.draft();
    const params = ok(
      await api.call(submitDossier, { as: writer, params: draft, body: { version: draft.version } }),
    );
    if (situation !== 'submitted') {
      const { version } = ok(await api.call(receiveDossier, { as: oneStop, params, body: { version: 1 } }));
      const body = { version, reason: 'Không cần nữa.' };
      if (situation === 'closed') ok(await api.call(withdrawDossier, { as: writer, params, body }));
    }
    const view = ok(await api.call(getMyDossier, { as: writer, params }));
    const kept = situation === 'closed' ? draft : await openDraftOf(api, writer);
    return { draft: ok(await api.call(getDraft, { as: writer, params: kept })), dossier: view };
  };
  return {
    submitted: await dossier('submitted'),
    processing: await dossier('processing'),
    closed: await dossier('closed'),
  };
}

/** A draft with its file that nothing has happened to yet. */
export async function openDraftOf(api: ApiHarness, writer: Session): Promise<DraftView> {
  const draft = await aFiling(api, writer).draft();
  return ok(await api.call(getDraft, { as: writer, params: draft }));
}
