const terms: Readonly<Record<string, string>> = {
  type: 'public.receipt.type',
  dossierId: 'public.receipt.dossierId',
  transactionCode: 'public.receipt.transactionCode',
  procedure: 'public.receipt.procedure',
  submittedAt: 'public.receipt.submittedAt',
  receptionDueAt: 'public.receipt.receptionDueAt',
  receivingUnit: 'public.receipt.receivingUnit',
  answers: 'public.receipt.answers',
  attachments: 'public.receipt.attachments',
};

/** Text key of what a signed entry is called; null for one this page does not know yet. */
export function receiptTerm(name: string): string | null {
  return terms[name] ?? null;
}
