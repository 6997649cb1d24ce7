import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type KernelParts,
  languageOf,
  Metrics,
  problem,
  problemDocument,
  watchRoutes,
  workspaceRoot,
} from '@mocua/server/kernel';
import { ApiModule } from './api.module';
import { serveFrontEnds } from './front-ends';
import { pathMatcher, readBuiltPages } from './pages/built-pages';
import { PageRenderer } from './pages/page-renderer';
import { PageSite } from './pages/page-site';
import { PublicEndpoints } from './pages/public-endpoints';
import { servePages } from './pages/serve-pages';
import { addSecurityHeaders } from './security-headers';

/** JSON bodies are small; files stream and have their own limit. */
const jsonLimit = 1024 * 1024;

/** Routes a guesser would hammer, with attempts per minute and address; several ways to the same share their attempts. */
const limited: readonly { readonly routes: readonly string[]; readonly max: number }[] = [
  { routes: ['POST /api/v1/public/tracking', 'POST /tra-cuu'], max: 20 },
  { routes: ['POST /api/v1/kiosk/activation'], max: 10 },
  { routes: ['POST /api/v1/provider/token'], max: 30 },
  { routes: ['GET /api/v1/auth/vneid/start'], max: 30 },
  { routes: ['GET /api/v1/auth/sso/start'], max: 30 },
];

/** What a system of another agency may ask in a minute with one token. */
const callsPerToken = 600;

/** Builds the HTTP process without listening. Throws when a route is undeclared or an endpoint has no handler. */
export async function createApi(parts: KernelParts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: jsonLimit,
    genReqId: () => randomUUID(),
    requestTimeout: 120_000,
    frameworkErrors: answerUnreadableAddress,
    routerOptions: { maxParamLength: 200 },
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  const routes = watchRoutes(server);
  addSecurityHeaders(server, parts.config.secureCookies);
  // An upload is its raw body; the handler streams it and nobody buffers it.
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  if (parts.config.rateLimit) await limitGuessing(server);

  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(parts), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  observe(server, parts, app.get(Metrics));
  await serveSite(server, app, parts);
  app.enableShutdownHooks(['SIGINT', 'SIGTERM']);
  await app.init();
  await server.ready();
  routes.assertComplete();
  return app;
}

/** The public pages where they were built, and the applications beside them. */
async function serveSite(
  server: FastifyInstance,
  app: NestFastifyApplication,
  { config, logger }: KernelParts,
): Promise<void> {
  const dist = join(workspaceRoot(), 'dist');
  const built = await readBuiltPages(dist);
  if (!built) return serveFrontEnds(server, dist, null);
  const { assets } = built;
  const renderer = new PageRenderer(built.program, assets, logger);
  const site = new PageSite({ renderer, assets, ask: new PublicEndpoints(app), config, logger });
  server.addHook('onClose', () => site.close());
  servePages(server, site, config.secureCookies);
  await serveFrontEnds(server, dist, {
    isAppPath: pathMatcher(built.appPaths),
    notFound: (request, reply) => site.refuse(problem('request.not-found'), request, reply),
  });
}

/** An address that is not even percent-encoded text never reaches a route; it gets the same words as any other. */
function answerUnreadableAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const document = problemDocument(problem('request.not-found'), languageOf(request), request.id);
  void reply
    .status(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(document));
}

async function limitGuessing(server: FastifyInstance): Promise<void> {
  await server.register(rateLimit, { global: false });
  const perToken = server.createRateLimit({
    max: callsPerToken,
    timeWindow: '1 minute',
    keyGenerator: ({ headers }) =>
      createHash('sha256')
        .update(headers.authorization ?? '')
        .digest('hex'),
  });
  server.addHook('onRequest', async (request) => {
    const url = request.routeOptions.url ?? '';
    if (!url.startsWith('/api/v1/provider/') || url.endsWith('/token')) return;
    const result = await perToken(request);
    if (!result.isAllowed && result.isExceeded)
      throw problem('request.too-many', { seconds: result.ttlInSeconds });
  });
  for (const { routes, max } of limited) {
    const check = server.createRateLimit({ max, timeWindow: '1 minute' });
    server.addHook('onRequest', async (request) => {
      if (!routes.includes(`${request.method} ${request.routeOptions.url ?? ''}`)) return;
      const result = await check(request);
      if (!result.isAllowed && result.isExceeded)
        throw problem('request.too-many', { seconds: result.ttlInSeconds });
    });
  }
}

/** One metric and one log line per answer: route template, status and time, never an address with codes in it. */
function observe(server: FastifyInstance, parts: KernelParts, metrics: Metrics): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const seconds = reply.elapsedTime / 1000;
    metrics.requests.observe({ method: request.method, route, status: String(reply.statusCode) }, seconds);
    if (route.startsWith('/api/')) {
      parts.logger.info(
        {
          method: request.method,
          route,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
          correlationId: request.id,
        },
        'answered',
      );
    }
    done();
  });
}
