import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@mocua/server/kernel';
import { type Representation, RepresentationStore } from '../persistence/representation.store';

/** Records that one party may act for another on a ground and for a time, or ends it. */
@Injectable()
export class GrantRepresentation {
  constructor(
    private readonly representations: RepresentationStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(representation: Representation): Promise<void> {
    await this.representations.insert(this.database, representation, this.clock.now());
  }

  async revoke(representationId: string): Promise<void> {
    await this.representations.revoke(this.database, representationId, this.clock.now());
  }
}
