import { Controller, Req } from '@nestjs/common';
import { endSession, type InputOf, listSessions, type ResponseOf, saveDisplay } from '@mocua/contract';
import { type CitizenActor, CurrentActor, Endpoint, Input, type MocuaRequest } from '@mocua/server/kernel';
import { KeepDisplay } from '../application/keep-display';
import { OwnSessions } from '../application/own-sessions';
import { describeClient } from '../domain/client-description';

/** What people settle for their own account, whomever they act for. */
@Controller()
export class AccountController {
  constructor(
    private readonly displays: KeepDisplay,
    private readonly sessions: OwnSessions,
  ) {}

  @Endpoint(saveDisplay)
  keepDisplay(
    @CurrentActor() actor: CitizenActor,
    @Input() { body }: InputOf<typeof saveDisplay>,
  ): Promise<ResponseOf<typeof saveDisplay>> {
    return this.displays.execute(actor, body);
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
