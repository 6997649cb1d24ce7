import { Controller } from '@nestjs/common';
import {
  getNoticeReach,
  getNoticeSettings,
  type InputOf,
  listMessages,
  listReceptionAlerts,
  markMessagesRead,
  saveNoticeSettings,
} from '@mocua/contract';
import { type CitizenActor, CurrentActor, Endpoint, Input, type OfficerActor } from '@mocua/server/kernel';
import { ListReceptionAlerts } from '../application/list-reception-alerts';
import { NoticeSettings } from '../application/notice-settings';
import { ReadNoticeReach } from '../application/notice-reach';
import { ReadMessages } from '../application/read-messages';

/** The inbox of a person, what they want to be told, the alerts of a unit, and who could not be told. */
@Controller()
export class MessageController {
  constructor(
    private readonly messages: ReadMessages,
    private readonly settings: NoticeSettings,
    private readonly alerts: ListReceptionAlerts,
    private readonly reach: ReadNoticeReach,
  ) {}

  @Endpoint(listMessages)
  list(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof listMessages>) {
    return this.messages.list(actor, input);
  }

  @Endpoint(markMessagesRead)
  markRead(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof markMessagesRead>) {
    return this.messages.markRead(actor, input);
  }

  @Endpoint(getNoticeSettings)
  readSettings(@CurrentActor() actor: CitizenActor) {
    return this.settings.read(actor);
  }

  @Endpoint(saveNoticeSettings)
  saveSettings(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof saveNoticeSettings>) {
    return this.settings.save(actor, input);
  }

  @Endpoint(listReceptionAlerts)
  listAlerts(@CurrentActor() actor: OfficerActor) {
    return this.alerts.execute(actor);
  }

  @Endpoint(getNoticeReach)
  readReach(@CurrentActor() actor: OfficerActor, @Input() { params }: InputOf<typeof getNoticeReach>) {
    return this.reach.execute(actor, params.dossierId);
  }
}
