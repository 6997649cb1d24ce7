import { Component, computed, inject, signal } from '@angular/core';
import {
  type DeadLetter,
  listDeadLetters,
  listOutboundLanes,
  type OutboundLane,
  replayDeadLetter,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  Language,
  loadEndpoint,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { ActingAssignment } from '../shell/acting-assignment';

/** Every way out of the system: what waits, what was put aside, and trying it again. */
@Component({
  selector: 'mocua-outbound-page',
  imports: [LoadingState, ProblemNotice],
  templateUrl: './outbound-page.html',
})
export class OutboundPage {
  readonly #api = inject(ApiClient);
  readonly #acting = inject(ActingAssignment);
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly permitted = computed(() => this.#acting.permissions().includes('outbound.manage'));
  protected readonly lanes = loadEndpoint(listOutboundLanes, () => (this.permitted() ? {} : undefined));
  /** Whose dead letters are shown. */
  protected readonly chosen = signal<OutboundLane | null>(null);
  readonly #after = signal<string | undefined>(undefined);
  protected readonly letters = loadEndpoint(listDeadLetters, () => {
    const lane = this.chosen();
    const after = this.#after();
    return lane === null
      ? undefined
      : { params: { destination: lane.destination }, query: after === undefined ? {} : { after } };
  });
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');

  protected nameOf({ name, destination }: OutboundLane): string {
    return name === null ? this.t('officer.outbound.unknown', { destination }) : this.#language.text(name);
  }

  protected choose(lane: OutboundLane): void {
    this.#after.set(undefined);
    this.chosen.set(lane);
  }

  protected next(cursor: string): void {
    this.#after.set(cursor);
  }

  protected async replay(lane: OutboundLane, { deliveryId }: DeadLetter): Promise<void> {
    this.failure.set(null);
    try {
      await this.#api.call(replayDeadLetter, { params: { destination: lane.destination, deliveryId } });
      this.message.set(this.t('officer.outbound.replayed', { delivery: deliveryId }));
      this.letters.reload();
      this.lanes.reload();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }
}
