import { Controller } from '@nestjs/common';
import { getProcedure, type InputOf, type ResponseOf, searchProcedures } from '@mocua/contract';
import { Endpoint, Input } from '@mocua/server/kernel';
import { DescribeProcedure, summaryOf } from '../application/describe-procedure';
import { SearchProcedures } from '../application/search-procedures';

/** The public catalogue of procedures. */
@Controller()
export class CatalogueController {
  constructor(
    private readonly search: SearchProcedures,
    private readonly describe: DescribeProcedure,
  ) {}

  @Endpoint(searchProcedures)
  async find(
    @Input() { query }: InputOf<typeof searchProcedures>,
  ): Promise<ResponseOf<typeof searchProcedures>> {
    return { items: (await this.search.execute(query.q)).map(({ entry }) => summaryOf(entry)) };
  }

  @Endpoint(getProcedure)
  read(@Input() { params }: InputOf<typeof getProcedure>): Promise<ResponseOf<typeof getProcedure>> {
    return this.describe.execute(params.code);
  }
}
