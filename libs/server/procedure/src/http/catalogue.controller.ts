import { Controller, Req, Res } from '@nestjs/common';
import {
  getProcedure,
  getSearchIndex,
  type InputOf,
  type ResponseOf,
  searchProcedures,
} from '@mocua/contract';
import { Endpoint, Input, type MocuaReply, type MocuaRequest } from '@mocua/server/kernel';
import { DescribeProcedure } from '../application/describe-procedure';
import { SearchCatalogues } from '../application/search-catalogue';
import { SearchProcedures } from '../application/search-procedures';

/** The public catalogue of procedures. */
@Controller()
export class CatalogueController {
  constructor(
    private readonly search: SearchProcedures,
    private readonly catalogues: SearchCatalogues,
    private readonly describe: DescribeProcedure,
  ) {}

  @Endpoint(searchProcedures)
  find(@Input() { query }: InputOf<typeof searchProcedures>): Promise<ResponseOf<typeof searchProcedures>> {
    return this.search.execute(query);
  }

  @Endpoint(getSearchIndex)
  async index(@Req() request: MocuaRequest, @Res() reply: MocuaReply): Promise<void> {
    const { version, text, brotli } = await this.catalogues.forBrowser();
    const tag = `"${version}"`;
    // Kept, but asked about each time: what was published a moment ago must be found.
    reply.headers({ etag: tag, 'cache-control': 'public, no-cache', vary: 'accept-encoding' });
    if (request.headers['if-none-match'] === tag) {
      await reply.status(304).send();
      return;
    }
    reply.type('application/json; charset=utf-8');
    if (/\bbr\b/u.test(String(request.headers['accept-encoding']))) {
      await reply.header('content-encoding', 'br').send(brotli);
    } else await reply.send(text);
  }

  @Endpoint(getProcedure)
  read(@Input() { params }: InputOf<typeof getProcedure>): Promise<ResponseOf<typeof getProcedure>> {
    return this.describe.execute(params.code);
  }
}
