import type { AssessedFeeView, CitizenDossierView } from '@mocua/contract';

/**
 * What there is to say about paying an assessed fee: `nothing` to pay; `before` the work or `after` it, still to be paid;
 * `ended` when the dossier has ended and no payment is on record; `paid`; `refunded`.
 */
export type FeeStanding = 'nothing' | 'before' | 'after' | 'ended' | 'paid' | 'refunded';

const endedStates: readonly CitizenDossierView['state'][] = ['refused', 'withdrawn', 'stopped', 'returned'];

/** Which of these it is. Nobody is told to pay for a dossier that has ended: it may have been paid at a counter. */
export function feeStanding(
  { state, finance }: Pick<CitizenDossierView, 'state' | 'finance'>,
  { amount, timing }: Pick<AssessedFeeView, 'amount' | 'timing'>,
): FeeStanding {
  if (finance === 'paid' || finance === 'refunded') return finance;
  if (finance === 'none' || amount === 0) return 'nothing';
  // what is due then is what was asked for during the work, which is told by itself
  if (state === 'awaiting-payment') return 'paid';
  return endedStates.includes(state) ? 'ended' : timing;
}
