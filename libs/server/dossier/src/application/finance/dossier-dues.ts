import { Injectable } from '@nestjs/common';
import type { DocumentId, DossierId, LocalizedText, PartyId, UnitId } from '@mocua/contract';
import {
  amountDue,
  amountOverpaid,
  amountOwed,
  amountPaid,
  chargeOwed,
  type DossierState,
  isPaymentOverdue,
  mayRefund,
  openPaymentRequest,
  type Payment,
} from '@mocua/engine/dossier';
import { type UnitTree, UnitDirectory } from '@mocua/server/identity';
import { type CitizenActor, Database, type OfficerActor, problem } from '@mocua/server/kernel';
import { PublishedProcedures } from '@mocua/server/procedure';
import { DossierStream } from '../../persistence/dossier-stream';
import { requireCitizen, requireOfficer } from '../authorise';
import { unitName } from '../views/dossier-reader';

/** What a dossier owes, as the desk that collects it has to know it. */
export interface DossierDue {
  readonly dossierId: DossierId;
  /** Dossier code, or the transaction code before reception. */
  readonly code: string;
  readonly procedure: { readonly code: string; readonly name: LocalizedText };
  readonly receivingUnit: UnitId;
  readonly receivingUnitName: string;
  /** Identifier of the agency the receiving unit belongs to: it begins the symbol of its receipts. */
  readonly agency: string;
  readonly owner: PartyId;
  readonly submitter: PartyId;
  /** What an order pays: it changes with every change of what is owed. */
  readonly owedSince: number;
  /** Integer đồng; `charge` is lệ phí, `fee` phí. */
  readonly amount: number;
  readonly charge: number;
  readonly fee: number;
  readonly paid: number;
  /** What the dossier costs, paid or not; and what was paid beyond it. */
  readonly owed: { readonly charge: number; readonly fee: number };
  readonly overpaid: number;
  readonly timing: 'before' | 'during' | 'after';
  /** Last day to pay what was asked for during the work, `YYYY-MM-DD`; null for anything else. */
  readonly payBy: string | null;
  /** Whether that day was noted as passed. */
  readonly payOverdue: boolean;
  /** What the dossier was told of, in the order it came. */
  readonly payments: readonly RecordedPayment[];
  /** Whether what was paid may be given back. */
  readonly refundable: boolean;
}

export interface RecordedPayment extends Payment {
  readonly documentId: DocumentId | null;
}

type Authorise = (state: DossierState, tree: UnitTree) => void;

/** Tells what dossiers owe. */
@Injectable()
export class DossierDues {
  constructor(
    private readonly stream: DossierStream,
    private readonly procedures: PublishedProcedures,
    private readonly units: UnitDirectory,
    private readonly database: Database,
  ) {}

  /** Whoever sees a dossier may pay for it. */
  forCitizen(actor: CitizenActor, dossierId: DossierId): Promise<DossierDue> {
    return this.read(dossierId, requireCitizen(actor, 'read'));
  }

  forOfficer(actor: OfficerActor, dossierId: DossierId): Promise<DossierDue> {
    return this.read(dossierId, requireOfficer(actor, 'read'));
  }

  /** For the system, which asks on nobody's behalf. */
  of(dossierId: DossierId): Promise<DossierDue> {
    return this.read(dossierId, () => undefined);
  }

  /** The dossier with this code or transaction code. @throws Problem `dossier.not-found` */
  async idOf(code: string): Promise<DossierId> {
    const row = await this.database.one<{ dossier_id: DossierId }>(
      'SELECT dossier_id FROM dossier.dossiers WHERE code = $1 OR transaction_code = $1',
      [code],
    );
    if (!row) throw problem('dossier.not-found');
    return row.dossier_id;
  }

  /** @throws Problem `dossier.not-found` */
  private async read(dossierId: DossierId, authorise: Authorise): Promise<DossierDue> {
    const loaded = await this.stream.load(dossierId);
    if (!loaded) throw problem('dossier.not-found');
    const { state } = loaded;
    const tree = await this.units.tree();
    authorise(state, tree);
    const procedure = await this.procedures.version(state.procedure.code, state.procedure.version);
    const amount = amountDue(state);
    return {
      dossierId,
      code: state.code ?? state.transactionCode,
      procedure: { code: procedure.code, name: procedure.entry.name },
      receivingUnit: state.units.receiving,
      receivingUnitName: unitName(tree, state.units.receiving),
      agency: agencyIdentifierOf(tree, state.units.receiving),
      owner: state.people.owner,
      submitter: state.people.submitter,
      owedSince: state.money?.owedSince ?? 0,
      amount,
      ...splitOf(amount, state),
      paid: amountPaid(state),
      owed: splitOf(amountOwed(state), state),
      overpaid: amountOverpaid(state),
      payments: recordedOf(state),
      timing: state.processing === 'awaiting-payment' ? 'during' : (state.fee?.timing ?? 'after'),
      payBy: openPaymentRequest(state)?.payBy ?? null,
      payOverdue: isPaymentOverdue(state),
      refundable: mayRefund(state),
    };
  }
}

/** Lệ phí first: what was asked for on top of the assessed fee says how much of it is lệ phí. */
function splitOf(amount: number, state: DossierState): { charge: number; fee: number } {
  const charge = Math.min(amount, chargeOwed(state));
  return { charge, fee: amount - charge };
}

/** Each payment with its receipt: the same event called both into being. */
function recordedOf({ money, documents }: DossierState): RecordedPayment[] {
  const receipts = documents.filter((document) => document.kind === 'payment-receipt');
  return (money?.payments ?? []).map((payment, at) => ({
    ...payment,
    documentId: receipts[at]?.documentId ?? null,
  }));
}

/** Identifier of the agency a unit belongs to: it begins the symbols of its receipts. */
export function agencyIdentifierOf(tree: UnitTree, unitId: UnitId): string {
  const unit = tree.ancestry(unitId).find((each) => each.agencyIdentifier !== null);
  return unit?.agencyIdentifier ?? 'MOCUA';
}
