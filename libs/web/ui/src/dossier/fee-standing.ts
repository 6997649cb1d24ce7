import type { AssessedFeeView, CitizenDossierView } from '@mocua/contract';

/**
 * What there is to say about paying an assessed fee: `nothing` to pay; `before` the work or `after` it, still to be paid;
 * `ended` when the dossier ended without a result while the fee was open; `paid`; `refunded`.
 */
export type FeeStanding = 'nothing' | 'before' | 'after' | 'ended' | 'paid' | 'refunded';

const endedStates: readonly CitizenDossierView['state'][] = ['refused', 'withdrawn', 'stopped'];

/** Which of these it is. Nobody is told to pay for a dossier that nobody works on any more. */
export function feeStanding(
  { state, finance }: Pick<CitizenDossierView, 'state' | 'finance'>,
  { amount, timing }: Pick<AssessedFeeView, 'amount' | 'timing'>,
): FeeStanding {
  if (finance === 'paid' || finance === 'refunded') return finance;
  if (finance === 'none' || amount === 0) return 'nothing';
  return endedStates.includes(state) ? 'ended' : timing;
}
