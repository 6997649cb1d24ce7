import type { Clock } from '@mocua/server/kernel';
import type { Parcels } from '../persistence/parcels';
import type { PostalService, PostMessage } from '../ports';

/** Messages of the post. Even a signed one is only a reason to ask: what happened is what the post answers. */
export class HearPost {
  constructor(
    private readonly post: PostalService,
    private readonly parcels: Parcels,
    private readonly clock: Clock,
  ) {}

  async callback(message: PostMessage): Promise<PostMessage> {
    const reference = this.post.readCallback(message);
    if (reference !== null) await this.parcels.hasten(reference, this.clock.now());
    return this.post.answerCallback(reference !== null);
  }
}
