import { Controller, Res } from '@nestjs/common';
import { getPublicContent, type InputOf, listPublicContent, type ResponseOf } from '@mocua/contract';
import { Endpoint, Input, type MocuaReply, problem } from '@mocua/server/kernel';
import { PublishedContent } from '../application/published-content';

/** Announcements, questions and guides for everybody. */
@Controller()
export class PublicContentController {
  constructor(private readonly content: PublishedContent) {}

  @Endpoint(listPublicContent)
  list(
    @Input() { query }: InputOf<typeof listPublicContent>,
    @Res({ passthrough: true }) reply: MocuaReply,
  ): Promise<ResponseOf<typeof listPublicContent>> {
    reply.header('cache-control', 'no-cache');
    return this.content.list(query.kind);
  }

  @Endpoint(getPublicContent)
  async read(
    @Input() { params }: InputOf<typeof getPublicContent>,
    @Res({ passthrough: true }) reply: MocuaReply,
  ): Promise<ResponseOf<typeof getPublicContent>> {
    reply.header('cache-control', 'no-cache');
    const page = await this.content.find(params.kind, params.slug);
    if (page === null) throw problem('content.not-found');
    return page;
  }
}
