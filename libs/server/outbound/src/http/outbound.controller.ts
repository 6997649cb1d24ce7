import { Controller } from '@nestjs/common';
import { type InputOf, listDeadLetters, listOutboundLanes, replayDeadLetter } from '@mocua/contract';
import { Endpoint, Input } from '@mocua/server/kernel';
import { WatchLanes } from '../application/watch-lanes';

/** What administrators see of all ways out. */
@Controller()
export class OutboundController {
  constructor(private readonly watching: WatchLanes) {}

  @Endpoint(listOutboundLanes)
  list() {
    return this.watching.list();
  }

  @Endpoint(listDeadLetters)
  deadLetters(@Input() input: InputOf<typeof listDeadLetters>) {
    return this.watching.deadLetters(input);
  }

  @Endpoint(replayDeadLetter)
  replay(@Input() input: InputOf<typeof replayDeadLetter>) {
    return this.watching.replay(input);
  }
}
