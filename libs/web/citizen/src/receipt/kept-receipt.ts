import type { DossierId, SubmissionReceipt } from '@mocua/contract';

const name = (dossierId: DossierId): string => `mocua.receipt.${dossierId}`;

/** Keeps the signed receipt for this tab, so that the receipt page survives a reload. */
export function keepReceipt(receipt: SubmissionReceipt): void {
  sessionStorage.setItem(name(receipt.dossierId), JSON.stringify(receipt));
}

export function keptReceipt(dossierId: DossierId): SubmissionReceipt | null {
  const kept = sessionStorage.getItem(name(dossierId));
  return kept === null ? null : (JSON.parse(kept) as SubmissionReceipt);
}
