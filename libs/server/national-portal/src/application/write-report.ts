import { Injectable } from '@nestjs/common';
import type { Answers, PartyId } from '@mocua/contract';
import type { EventActor, NationalProgress, NationalReport, ValueRef } from '@mocua/engine/dossier';
import { nationalPortalSource } from '@mocua/engine/dossier';
import { PartyDirectory, type SealedName, UnitDirectory, type UnitTree } from '@mocua/server/identity';
import { Config } from '@mocua/server/kernel';
import { type OpenedValue, SubjectVault } from '@mocua/server/personal-data';
import { type PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import type { PortalDossier, PortalProgress } from '../domain/portal-dossier';
import { applicantWord, progressWords, systemWord } from '../domain/portal-words';
import { hasDigitised, paidHow } from '../domain/report-flags';

const longestSummary = 1000;

/** Role names as the portal shows them, for want of a title of the person. */
const roleWords: Readonly<Record<string, string>> = {
  'one-stop-officer': 'Cán bộ một cửa',
  specialist: 'Chuyên viên',
  leader: 'Lãnh đạo',
  clerk: 'Văn thư',
  cashier: 'Thu ngân',
};

/** A report with the rows that are new since the portal was told last. */
export interface ReportToWrite {
  readonly report: NationalReport;
  readonly progress: readonly NationalProgress[];
}

/** A report with the names and texts that belong to its ids. */
export interface WrittenReport {
  readonly dossier: PortalDossier;
  readonly progress: readonly PortalProgress[];
}

/** What the reports of one round need besides their own values. */
export interface ReportSources {
  readonly tree: UnitTree;
  readonly parties: ReadonlyMap<PartyId, SealedName>;
}

/** Puts names and texts to the facts of a report. */
@Injectable()
export class WriteReport {
  constructor(
    private readonly parties: PartyDirectory,
    private readonly units: UnitDirectory,
    private readonly procedures: PublishedProcedures,
    private readonly vault: SubjectVault,
    private readonly config: Config,
  ) {}

  /** Looks up for all reports at once what is not personal. */
  async sources(owed: readonly ReportToWrite[]): Promise<ReportSources> {
    const [tree, parties] = await Promise.all([
      this.units.tree(),
      this.parties.sealedNames(owed.flatMap(partiesOf)),
    ]);
    return { tree, parties: new Map(parties.map((party) => [party.partyId, party])) };
  }

  /** Runs inside an access scope of the dossier: whatever it opens leaves a reading, and all of it is opened together. */
  async execute(owed: ReportToWrite, { tree, parties }: ReportSources): Promise<WrittenReport> {
    const { report, progress } = owed;
    const sealed = partiesOf(owed).flatMap((partyId) => parties.get(partyId) ?? []);
    const procedure = await this.procedures.version(report.procedure.code, report.procedure.version);
    const values = await this.vault.openMany([
      ...new Set([
        ...sealed.map((party) => party.valueId),
        report.answers.valueId,
        ...report.files.map((file) => file.name.valueId),
      ]),
    ]);
    const names = new Map(
      sealed.map(({ partyId, valueId }) => [partyId, this.parties.nameIn(values.get(valueId))]),
    );
    const written: Written = { report, tree, procedure, names, values };
    const isOrganisation = parties.get(report.people.owner)?.kind === 'organisation';
    return {
      dossier: { ...dossierOf(written, this.config.publicOrigin), isOrganisation },
      progress: progress.map((row) => progressOf(written, row)),
    };
  }
}

interface Written {
  readonly report: NationalReport;
  readonly tree: UnitTree;
  readonly procedure: PublishedProcedure;
  readonly names: ReadonlyMap<PartyId, string>;
  readonly values: ReadonlyMap<string, OpenedValue>;
}

/** The owner and every officer who is named. */
function partiesOf({ report, progress }: ReportToWrite): PartyId[] {
  const actors = [
    ...progress.map((row) => row.actor),
    ...report.supplements.flatMap((each) => [each.requestedBy, each.confirmedBy]),
  ];
  return [
    report.people.owner,
    ...actors.flatMap((actor) => (actor?.kind === 'officer' ? [actor.partyId] : [])),
  ];
}

function dossierOf(written: Written, origin: string): Omit<PortalDossier, 'isOrganisation'> {
  const { report, procedure, tree } = written;
  const contact = contactOf(written);
  const name = procedure.entry.name.vi;
  return {
    code: report.code,
    procedure: { code: procedure.code, name, field: procedure.entry.field.vi },
    channel: report.channel,
    filedNationally: report.sourceSystem === nationalPortalSource,
    ownerName: written.names.get(report.people.owner) ?? '',
    ...contact,
    summary: name.slice(0, longestSummary),
    submittedAt: report.submittedAt,
    receivedAt: report.receivedAt,
    refusedAt: report.refusedAt,
    dueAt: report.dueAt,
    originalDueAt: report.originalDueAt,
    completedAt: report.completedAt,
    returnedAt: report.returnedAt,
    returnedByPost: report.returnMethod === 'post',
    status: report.status,
    competentUnit: tree.find(report.units.competent)?.name ?? '',
    hasDigitised: hasDigitised(report),
    identityVerified: report.identityVerified,
    paidHow: paidHow(report),
    fee: report.fee,
    files: report.files.map((file) => ({
      fileId: file.attachmentId,
      name: textOf(written, file.name) ?? file.componentCode,
      componentCode: file.componentCode,
      digitised: file.digitised,
      reused: file.reused,
    })),
    supplements: report.supplements.map((each) => ({
      supplementId: each.supplementId,
      requestedBy: actorName(written, each.requestedBy),
      content: progressWords['supplement-requested'] ?? '',
      requestedAt: each.requestedAt,
      answeredAt: each.answeredAt,
      confirmedBy: each.confirmedBy && actorName(written, each.confirmedBy),
      settled: each.state === 'confirmed',
      dueBefore: each.dueBefore,
      dueAfter: each.dueAfter,
    })),
    results: report.results.map(({ documentId }) => ({
      name: procedure.entry.results[0]?.vi ?? name,
      documentId,
      url: `${origin}/api/v1/national-portal/dossiers/${report.dossierId}/results/${documentId}`,
    })),
  };
}

/** What the owner said in the form about how to reach them; nothing for somebody who was represented. */
function contactOf({
  report,
  procedure,
  values,
}: Written): Pick<PortalDossier, 'ownerPersonalId' | 'phone' | 'email'> {
  const opened = values.get(report.answers.valueId);
  const answers = (opened && !opened.erased ? opened.value : {}) as Answers;
  const answer = (claim: string): string | null => {
    for (const [id, { definition }] of procedure.compiledForm.fields) {
      const value = answers[id];
      if (definition.prefill?.claim === claim && typeof value === 'string') return value;
    }
    return null;
  };
  const isOwn = report.people.ground === 'self';
  return {
    ownerPersonalId: isOwn ? answer('personalId') : null,
    phone: answer('phone'),
    email: answer('email'),
  };
}

function textOf({ values }: Written, ref: ValueRef): string | null {
  const opened = values.get(ref.valueId);
  return opened && !opened.erased && typeof opened.value === 'string' ? opened.value : null;
}

function actorName({ names }: Written, actor: EventActor): string {
  if (actor.kind === 'officer') return names.get(actor.partyId) ?? '';
  return actor.kind === 'applicant' ? applicantWord : systemWord;
}

function progressOf(written: Written, row: NationalProgress): PortalProgress {
  const { report, tree, procedure } = written;
  const { actor } = row;
  const node = procedure.process.nodes.find((each) => each.id === row.nodeId);
  const step = node?.kind === 'task' ? `: ${node.title.vi}` : '';
  return {
    code: report.code,
    seq: row.seq,
    handledBy: actorName(written, actor),
    role: actor.kind === 'officer' ? (roleWords[actor.role] ?? '') : '',
    unit: actor.kind === 'officer' ? (tree.find(actor.unitId)?.name ?? '') : '',
    at: row.at,
    text: `${progressWords[row.type] ?? ''}${step}`,
    status: row.status,
    startedAt: row.startedAt,
    originalDueAt: row.originalDueAt,
  };
}
