import { Controller } from '@nestjs/common';
import {
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
import { ReadMessages } from '../application/read-messages';

/** The inbox of a person, what they want to be told, and the alerts of a unit. */
@Controller()
export class MessageController {
  constructor(
    private readonly messages: ReadMessages,
    private readonly settings: NoticeSettings,
    private readonly alerts: ListReceptionAlerts,
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
}
