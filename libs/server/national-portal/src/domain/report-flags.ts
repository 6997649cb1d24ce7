import type { NationalReport } from '@mocua/engine/dossier';
import type { PaidHow } from './portal-dossier';

/** Whether an officer made any file of the dossier from a paper. */
export function hasDigitised(report: NationalReport): boolean {
  return report.files.some((file) => file.digitised);
}

/** How the fee was paid, as it truly was. */
export function paidHow(report: NationalReport): PaidHow {
  return report.paidOnline ? 'online' : 'not-online';
}
