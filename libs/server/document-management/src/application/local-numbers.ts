import type {
  InputOf,
  listLocalNumbers,
  LocalNumber,
  noteNumberEntered,
  ResponseOf,
  UnitId,
} from '@mocua/contract';
import type { DossierProgress } from '@mocua/server/dossier';
import type { UnitDirectory } from '@mocua/server/identity';
import { type Clock, type OfficerActor, problem } from '@mocua/server/kernel';
import type { SubjectVault } from '@mocua/server/personal-data';
import type { NumberGiven } from '../domain/number-given';
import type { LocalNumberRow, LocalNumberRows } from '../persistence/local-number-rows';

const pageSize = 50;

/** Numbers that officers gave here while the system could not be used, until a clerk has entered them there. */
export class LocalNumbers {
  constructor(
    private readonly rows: LocalNumberRows,
    private readonly units: UnitDirectory,
    private readonly dossiers: DossierProgress,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: OfficerActor,
    { query }: InputOf<typeof listLocalNumbers>,
  ): Promise<ResponseOf<typeof listLocalNumbers>> {
    const place = placeIn(query.after);
    const found = await this.rows.page(await this.unitsOf(actor), query.which, place, pageSize + 1);
    const shown = found.slice(0, pageSize);
    const last = found.length > pageSize ? shown.at(-1) : undefined;
    return { items: await this.viewsOf(shown), next: last ? cursorOf(last) : null };
  }

  /** @throws Problem `number.not-found` */
  async noteEntered(
    actor: OfficerActor,
    { params: { taskId } }: InputOf<typeof noteNumberEntered>,
  ): Promise<ResponseOf<typeof noteNumberEntered>> {
    const { assignment } = actor;
    if (!assignment || !(await this.rows.isOf(taskId, await this.unitsOf(actor))))
      throw problem('number.not-found');
    return { taskId, enteredAt: await this.rows.enter(taskId, assignment.assignmentId, this.clock.iso()) };
  }

  private async unitsOf({ assignment }: OfficerActor): Promise<readonly UnitId[]> {
    if (!assignment) return [];
    return (await this.units.tree()).descendants(assignment.unitId);
  }

  private async viewsOf(rows: readonly LocalNumberRow[]): Promise<LocalNumber[]> {
    const [dossiers, values] = await Promise.all([
      this.dossiers.many(rows.map(({ dossierId }) => dossierId)),
      this.vault.openMany(rows.map(({ contentId }) => contentId)),
    ]);
    return rows.map(({ contentId, ...row }) => {
      const dossier = dossiers.get(row.dossierId);
      const opened = values.get(contentId);
      const said =
        opened && !opened.erased ? (opened.value as Partial<NumberGiven & { reason: string }>) : {};
      return {
        ...row,
        dossierCode: dossier?.code ?? dossier?.transactionCode ?? '',
        number: said.number ?? null,
        issuedOn: said.issuedOn ?? null,
        reason: said.reason ?? '',
      };
    });
  }
}

function cursorOf({ at, taskId }: LocalNumberRow): string {
  return Buffer.from(`${at}|${taskId}`).toString('base64url');
}

/** A cursor that was not made here starts from the beginning. */
function placeIn(cursor: string | undefined): { at: string; taskId: string } | null {
  const [at = '', taskId = ''] = Buffer.from(cursor ?? '', 'base64url')
    .toString('utf8')
    .split('|');
  return Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/u.test(taskId) ? null : { at, taskId };
}
