import { Injectable } from '@nestjs/common';
import type { ContentFields, FieldProblem } from '@mocua/contract';
import { Clock } from '@mocua/server/kernel';
import { PublishedProcedures } from '@mocua/server/procedure';
import { linksOf, linkTarget } from '../domain/content-links';
import { PublishedContent } from './published-content';

/** Finds links to procedures and pages that nobody could open today. */
@Injectable()
export class LinkCheck {
  constructor(
    private readonly procedures: PublishedProcedures,
    private readonly content: PublishedContent,
    private readonly clock: Clock,
  ) {}

  async deadLinks(fields: ContentFields): Promise<readonly FieldProblem[]> {
    const checked = await Promise.all(
      linksOf(fields).map(async ({ path, href }) => ({ path, dead: await this.isDead(href) })),
    );
    return checked
      .filter(({ dead }) => dead)
      .map(({ path }) => ({
        path,
        code: 'link-dead',
        message: 'Trang này chưa có trên cổng. Hãy kiểm tra lại địa chỉ, hoặc đăng trang đó trước.',
      }));
  }

  private async isDead(href: string): Promise<boolean> {
    const target = linkTarget(href);
    if (target.kind === 'procedure')
      return !(await this.procedures.list(this.clock.today())).some(({ code }) => code === target.code);
    if (target.kind === 'content') return (await this.content.find(target.page, target.slug)) === null;
    return target.kind === 'refused';
  }
}
