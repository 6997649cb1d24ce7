import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { getProvince, type PageAssets, type PageContent, type PageModel } from '@mocua/contract';
import { asProblem, type Config, type Logger, type Problem, problemDocument } from '@mocua/server/kernel';
import { pagePolicy } from '../security-headers';
import { fallbackPage } from './fallback-page';
import { FreshLoads } from './fresh-loads';
import { keptPage, type KeptPage, PageCache } from './page-cache';
import { displayOf, frameOf } from './page-frame';
import type { PageAddress, PublicPage } from './page-loaders';
import type { Renderer } from './page-renderer';
import type { PublicEndpoints } from './public-endpoints';

/** Bytes of rendered pages kept: some thousand pages in both languages. */
const keptBytes = 48 * 1024 * 1024;

/** What pages are made with. */
export interface SiteParts {
  readonly renderer: Renderer;
  readonly assets: PageAssets;
  readonly ask: PublicEndpoints;
  readonly config: Config;
  readonly logger: Logger;
}

/** Makes public pages: data from the use cases at each request, rendering from the cache where the data is the same. */
export class PageSite {
  private readonly cache = new PageCache(keptBytes);
  private readonly loads = new FreshLoads<PageContent>();
  /** Pages of another build are other pages. */
  private readonly build: string;
  readonly ask: PublicEndpoints;

  constructor(private readonly parts: SiteParts) {
    this.ask = parts.ask;
    this.build = JSON.stringify(parts.assets);
  }

  /** Answers with a page that everybody may read. */
  async read(
    page: PublicPage,
    address: PageAddress,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const path = page.path(address);
    const content = await this.loads.load(path, () => page.load(this.ask, address));
    const model = await this.model(content, path, request);
    const key = createHash('sha256')
      .update(this.build)
      .update(JSON.stringify(model))
      .digest('base64url')
      .slice(0, 32);
    const etag = `"${key}"`;
    reply
      .header('etag', etag)
      .header('cache-control', 'private, no-cache')
      .header('vary', 'accept-encoding, accept-language, cookie');
    const render = () => this.parts.renderer.render(model);
    if (request.headers['if-none-match'] === etag) return reply.status(304).send();
    const kept = page.kept(address) ? await this.cache.get(key, render) : keptPage(await render());
    return this.send(kept, request, reply);
  }

  /** Answers with a page for this person alone, or one that says what went wrong; nothing of it is kept. */
  async answer(
    content: PageContent,
    path: string,
    status: number,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    reply.status(status).header('cache-control', 'no-store').header('vary', 'accept-language, cookie');
    const model = await this.model(content, path, request);
    return this.send(keptPage(await this.parts.renderer.render(model)), request, reply);
  }

  /** Answers an error as a page in words; never a stack. */
  async refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const known = asProblem(error);
    const { status, problem } = this.told(known, request);
    if (status >= 500)
      this.parts.logger.error({ err: error, correlationId: request.id, code: known.code }, 'a page failed');
    if (status === 429) reply.header('retry-after', String(known.params['seconds'] ?? 60));
    if (known.code === 'system.unavailable') return this.fallBack(status, request, reply);
    try {
      const path = (request.url.split('?')[0] ?? '/').slice(0, 200);
      return await this.answer({ kind: 'problem', status, problem }, path, status, request, reply);
    } catch (failure) {
      this.parts.logger.error(
        { err: failure, correlationId: request.id },
        'the page of a problem failed too',
      );
      return this.fallBack(500, request, reply);
    }
  }

  /** A problem in the words of the reader's language, with the status it is answered with. */
  told(
    known: Problem,
    request: FastifyRequest,
  ): Pick<Extract<PageContent, { kind: 'problem' }>, 'status' | 'problem'> {
    const { title, detail, status, correlationId } = problemDocument(
      known,
      displayOf(request).language,
      request.id,
    );
    return { status, problem: { title, remedy: detail, reference: status >= 500 ? correlationId : '' } };
  }

  close(): Promise<void> {
    return this.parts.renderer.close();
  }

  private async model(content: PageContent, path: string, request: FastifyRequest): Promise<PageModel> {
    const province = await this.ask.call(getProvince);
    return { frame: frameOf(request, path, { config: this.parts.config, province }), content };
  }

  private async send(page: KeptPage, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy(page.styleHash));
    if (!/\bbr\b/u.test(request.headers['accept-encoding'] ?? '')) return reply.send(page.plain);
    return reply.header('content-encoding', 'br').send(await page.brotli());
  }

  private async fallBack(
    status: number,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const hotline = await this.ask.call(getProvince).then(
      (province) => province.hotline,
      () => '',
    );
    return reply
      .status(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('retry-after', '5')
      .header('content-security-policy', pagePolicy(''))
      .send(
        fallbackPage({
          language: displayOf(request).language,
          hotline,
          stylesheet: this.parts.assets.stylesheet,
          reference: request.id,
        }),
      );
  }
}
