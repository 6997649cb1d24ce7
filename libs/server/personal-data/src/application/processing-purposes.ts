import type { Clock } from '@mocua/server/kernel';
import { localDate } from '@mocua/server/kernel';
import { type PurposeCode, purposeOn, purposesOn, type PurposeVersion } from '../domain/purposes/purpose';

/** The purposes this installation has declared. */
export class ProcessingPurposes {
  constructor(
    private readonly versions: readonly PurposeVersion[],
    private readonly clock: Clock,
  ) {}

  inForce(): PurposeVersion[] {
    return purposesOn(this.versions, this.clock.today());
  }

  /** Null when nothing may be processed for it today. */
  find(code: PurposeCode, at: Date = this.clock.now()): PurposeVersion | null {
    return purposeOn(this.versions, code, localDate(at));
  }
}
