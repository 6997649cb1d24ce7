import { Injectable } from '@nestjs/common';
import { RecordMirrorEvent } from '@mocua/server/dossier';
import type { Arrival, NationalMessage } from '../domain/national-message';
import { TakeChange } from './take-change';
import { TakeFiling } from './take-filing';

/** Gives each kind of message to the use case that does it. */
@Injectable()
export class MessageTakers {
  constructor(
    private readonly filing: TakeFiling,
    private readonly changing: TakeChange,
    private readonly mirrors: RecordMirrorEvent,
  ) {}

  /** @throws Problem of the use case */
  async take(message: NationalMessage): Promise<Arrival> {
    switch (message.kind) {
      case 'filing': {
        const { dossierId, known } = await this.filing.execute(message);
        return { outcome: known ? 'known' : 'taken', dossierId };
      }
      case 'mirror':
        return { outcome: (await this.mirrors.execute(message.fact)) ? 'taken' : 'known', dossierId: null };
      case 'supplement':
      case 'edit':
      case 'withdrawal':
        return { outcome: 'taken', dossierId: await this.changing.execute(message) };
    }
  }
}
