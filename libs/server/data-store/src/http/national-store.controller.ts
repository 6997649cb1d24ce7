import { Controller } from '@nestjs/common';
import { findNationalPapers, importNationalPaper, type InputOf, type ResponseOf } from '@mocua/contract';
import { type CitizenActor, CurrentActor, Endpoint, Input } from '@mocua/server/kernel';
import { NationalPapers } from '../application/national-papers';

/** What the national store has of whoever is signed in, or of whom they act for. */
@Controller()
export class NationalStoreController {
  constructor(private readonly papers: NationalPapers) {}

  @Endpoint(findNationalPapers)
  async find(@CurrentActor() actor: CitizenActor): Promise<ResponseOf<typeof findNationalPapers>> {
    return { items: await this.papers.find(actor) };
  }

  @Endpoint(importNationalPaper)
  take(@CurrentActor() actor: CitizenActor, @Input() input: InputOf<typeof importNationalPaper>) {
    return this.papers.take(actor, input);
  }
}
