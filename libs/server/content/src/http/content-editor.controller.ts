import { Controller } from '@nestjs/common';
import {
  createContent,
  getContent,
  type InputOf,
  listContent,
  publishContent,
  type ResponseOf,
  saveContent,
  withdrawContent,
} from '@mocua/contract';
import { CurrentActor, Endpoint, Input, type OfficerActor } from '@mocua/server/kernel';
import { ChangeContent } from '../application/change-content';
import { ReadContent } from '../application/read-content';

/** Pages, as editors write and publish them. */
@Controller()
export class ContentEditorController {
  constructor(
    private readonly pages: ReadContent,
    private readonly changes: ChangeContent,
  ) {}

  @Endpoint(listContent)
  async list(@Input() { query }: InputOf<typeof listContent>): Promise<ResponseOf<typeof listContent>> {
    return { items: await this.pages.list(query.kind) };
  }

  @Endpoint(getContent)
  read(
    @Input() { params }: InputOf<typeof getContent>,
    @CurrentActor() actor: OfficerActor,
  ): Promise<ResponseOf<typeof getContent>> {
    return this.pages.get(actor, params.contentId);
  }

  @Endpoint(createContent)
  async create(
    @Input() { body }: InputOf<typeof createContent>,
    @CurrentActor() actor: OfficerActor,
  ): Promise<ResponseOf<typeof createContent>> {
    return this.pages.get(actor, await this.changes.create(actor, body));
  }

  @Endpoint(saveContent)
  async save(
    @Input() { params, body }: InputOf<typeof saveContent>,
    @CurrentActor() actor: OfficerActor,
  ): Promise<ResponseOf<typeof saveContent>> {
    await this.changes.save(actor, params.contentId, body);
    return this.pages.get(actor, params.contentId);
  }

  @Endpoint(publishContent)
  async publish(
    @Input() { params, body }: InputOf<typeof publishContent>,
    @CurrentActor() actor: OfficerActor,
  ): Promise<ResponseOf<typeof publishContent>> {
    await this.changes.publish(actor, params.contentId, body);
    return this.pages.get(actor, params.contentId);
  }

  @Endpoint(withdrawContent)
  async withdraw(
    @Input() { params, body }: InputOf<typeof withdrawContent>,
    @CurrentActor() actor: OfficerActor,
  ): Promise<ResponseOf<typeof withdrawContent>> {
    await this.changes.withdraw(actor, params.contentId, body);
    return this.pages.get(actor, params.contentId);
  }
}
