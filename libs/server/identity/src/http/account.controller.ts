import { Controller, Req } from '@nestjs/common';
import { endSession, type InputOf, listSessions, type ResponseOf, saveDisplay } from '@mocua/contract';
import {
  type CitizenActor,
  Clock,
  CurrentActor,
  Endpoint,
  Input,
  type MocuaRequest,
} from '@mocua/server/kernel';
import { OwnSessions } from '../application/own-sessions';
import { describeClient } from '../domain/client-description';
import { DisplayStore } from '../persistence/display.store';

/** What people settle for their own account, whomever they act for. */
@Controller()
export class AccountController {
  constructor(
    private readonly displays: DisplayStore,
    private readonly sessions: OwnSessions,
    private readonly clock: Clock,
  ) {}

  @Endpoint(saveDisplay)
  async keepDisplay(
    @CurrentActor() actor: CitizenActor,
    @Input() { body }: InputOf<typeof saveDisplay>,
  ): Promise<ResponseOf<typeof saveDisplay>> {
    await this.displays.keep(actor.partyId, body, this.clock.now());
    return body;
  }

  @Endpoint(listSessions)
  async listSessions(@CurrentActor() actor: CitizenActor): Promise<ResponseOf<typeof listSessions>> {
    return { items: await this.sessions.list(actor) };
  }

  @Endpoint(endSession)
  async endSession(
    @CurrentActor() actor: CitizenActor,
    @Input() { params }: InputOf<typeof endSession>,
    @Req() request: MocuaRequest,
  ): Promise<ResponseOf<typeof endSession>> {
    await this.sessions.end(actor, params.sessionId, describeClient(request.headers['user-agent']));
    return { items: await this.sessions.list(actor) };
  }
}
