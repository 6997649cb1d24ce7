import { Injectable } from '@nestjs/common';
import type { StoredPaperId } from '@mocua/contract';
import { Clock } from '@mocua/server/kernel';
import { PaperRows } from '../persistence/paper-rows';

/** Takes a paper out of use for good, as its issuer decided. It stays visible, with the reason. */
@Injectable()
export class RevokePaper {
  constructor(
    private readonly rows: PaperRows,
    private readonly clock: Clock,
  ) {}

  /**
   * @param because - what the owner reads; no name and no number of anybody
   * @returns false when there is no such paper in force
   */
  execute(paperId: StoredPaperId, because: string): Promise<boolean> {
    return this.rows.revoke(paperId, because, this.clock.now());
  }
}
