import { Injectable } from '@nestjs/common';
import { type ProblemCode, problems } from '@mocua/contract';
import { Logger, Problem, problem } from '@mocua/server/kernel';
import { AccessScope, type Reader, readerNames } from '@mocua/server/personal-data';
import type { Arrival, NationalMessage } from '../domain/national-message';
import { ArrivalLog } from '../persistence/arrival-log';
import { NationalMessageReader } from '../ports';
import { MessageTakers } from './message-takers';
import { PortalProof } from './portal-proof';

const reader: Reader = {
  kind: 'system',
  id: 'national-portal',
  label: readerNames.nationalPortalFiles.vi,
};

/** Problems that another attempt may not meet: the filing is still on its way, or somebody was faster. */
const passing: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'dossier.not-found',
  'dossier.stale',
  'draft.stale',
  'draft.already-submitted',
  'system.unavailable',
  'system.unexpected',
  'calendar.not-covered',
  'attachment.interrupted',
]);

/**
 * Takes what people did on the national portal. The portal keeps a message until it has our answer, so nothing is stored of
 * one that could not be taken; one that was settled is answered alike for ever.
 */
@Injectable()
export class TakeMessage {
  constructor(
    private readonly wire: NationalMessageReader,
    private readonly arrivals: ArrivalLog,
    private readonly takers: MessageTakers,
    private readonly access: AccessScope,
    private readonly proof: PortalProof,
    private readonly logger: Logger,
  ) {}

  /** @throws Problem `partner.unknown` for a sender that does not prove itself; `system.unavailable` for “again, later” */
  async execute(authorization: string | undefined, body: unknown) {
    if (!this.proof.holds(authorization)) throw problem('partner.unknown');
    const message = this.wire.read(body);
    if (message === null) {
      const arrival = {
        outcome: 'refused',
        problem: 'request.invalid',
        message: 'Thông điệp không đúng mẫu',
      } as const;
      return this.wire.answer(arrival);
    }
    const access = { reader, purpose: 'synchronisation' } as const;
    const arrival = await this.access.run(access, () => this.settle(message));
    if (arrival.outcome === 'later') throw problem('system.unavailable');
    return this.wire.answer(arrival);
  }

  private async settle(message: NationalMessage): Promise<Arrival> {
    const before = await this.arrivals.find(message.messageId);
    if (before) return before;
    const arrival = await this.take(message);
    if (arrival.outcome !== 'later') await this.arrivals.note(message, arrival);
    return arrival;
  }

  private async take(message: NationalMessage): Promise<Arrival> {
    try {
      return await this.takers.take(message);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const hopeless =
        error.code === 'dossier.not-found' && (await this.arrivals.refusedFiling(message.code));
      if (passing.has(error.code) && !hopeless) return { outcome: 'later' };
      this.logger.warn({ message: message.messageId, problem: error.code }, 'arrival refused');
      const { title } = problems[error.code].vi;
      const fields = error.fields.map((field) => `${field.path}: ${field.message}`);
      return { outcome: 'refused', problem: error.code, message: [title, ...fields].join(' ').slice(0, 900) };
    }
  }
}
