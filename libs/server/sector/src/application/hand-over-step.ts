import type { Answers } from '@mocua/contract';
import { sectorDestination } from '@mocua/server/dossier';
import type { DossierState } from '@mocua/engine/dossier';
import { HandOverRelay, type OurParts, type StepToGive } from '@mocua/server/handover';
import { type Reader, readerNames } from '@mocua/server/personal-data';
import type { HandoverDefinition } from '@mocua/server/procedure';
import type { NewsKind } from '../domain/sector-news';
import type { HandoverRow, HandoverRows } from '../persistence/handover-rows';
import type { HandedFile, SectorSystems, StepToHandOver } from '../ports';

export const sectorReader: Reader = {
  kind: 'system',
  id: 'sector-systems',
  label: readerNames.sectorSystems.vi,
};

/** Hands steps over to one sector system: exactly the answers and papers that the package declares. */
export class HandOverStep extends HandOverRelay<HandoverRow, NewsKind> {
  override readonly destination: string;

  constructor(
    private readonly system: string,
    ours: OurParts,
    private readonly rows: HandoverRows,
    private readonly systems: SectorSystems,
  ) {
    super(ours, rows, sectorReader);
    this.destination = sectorDestination(system);
  }

  protected override async give(step: StepToGive): Promise<{ readonly externalCode: string }> {
    const { state, procedure, taskId, nodeId, revision } = step;
    const { system, systems } = this;
    const { dossierId } = state;
    const declared = procedure.handovers.find(({ task }) => task === nodeId);
    if (declared?.system !== system) throw new Error('a step of a system that its package does not name');
    const files = await this.filesOf(state, declared);
    const references = files.map(({ componentCode, sha256 }) => ({ componentCode, sha256 }));
    const ownerParty = state.people.owner;
    const what = { system, revision, answers: declared.answers, files: references };
    await this.rows.begin({ taskId, dossierId, ownerParty, nodeId, ...what }, this.ours.clock.iso());
    const handed = await this.handedOf(step, declared, files);
    for (const file of files)
      await systems.putFile(system, taskId, file, await this.ours.files.open(file.sha256));
    return systems.handOver(handed);
  }

  protected override takeBackThere(taskId: string): Promise<void> {
    return this.systems.takeBack(this.system, taskId);
  }

  private async filesOf(state: DossierState, declared: HandoverDefinition): Promise<readonly HandedFile[]> {
    const chosen = state.attachments.filter(({ componentCode }) =>
      declared.components.includes(componentCode),
    );
    if (chosen.length === 0) return [];
    // The file itself lies outside the vault, so its reading is written down before it is opened.
    await this.ours.readings.note([state.people.owner], 'papers');
    const names = await this.ours.vault.openMany(chosen.map(({ name }) => name.valueId));
    return chosen.map(({ componentCode, mediaType, size, sha256, name }) => {
      const opened = names.get(name.valueId);
      const fileName = opened && !opened.erased && typeof opened.value === 'string' ? opened.value : 'tep';
      return { componentCode, mediaType, size, sha256, fileName };
    });
  }

  private async handedOf(
    { state, procedure, taskId, revision }: StepToGive,
    declared: HandoverDefinition,
    files: readonly HandedFile[],
  ): Promise<StepToHandOver> {
    const all: Answers = ((await this.ours.vault.open(state.answers.valueId)) ?? {}) as Answers;
    const node = procedure.process.nodes.find(({ id }) => id === declared.task);
    return {
      system: this.system,
      taskId,
      revision,
      files,
      dossierCode: state.code ?? state.transactionCode,
      procedure: { code: procedure.code, name: procedure.entry.name.vi },
      stepName: node?.name ?? '',
      purpose: declared.purpose.vi,
      basis: declared.basis.citation,
      dueAt: state.due?.dueAt ?? null,
      answers: Object.fromEntries(
        Object.entries(all).filter(([name, value]) => declared.answers.includes(name) && value !== null),
      ) as StepToHandOver['answers'],
    };
  }
}
