import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problemDocument, problem } from '@mocua/server/kernel';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route serves pages and assets, outside the contract. */
    page?: boolean;
  }
}

const compress = promisify(brotliCompress);

/** A front end and where it lives on the origin. */
interface FrontEnd {
  readonly prefix: '/' | '/can-bo/' | '/kiosk/';
  readonly folder: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const compressible = new Set(['.css', '.js', '.json', '.svg', '.txt', '.webmanifest']);
/** Built files carry a hash in their name and never change. */
const hashed = /-[A-Za-z0-9_]{8}\.[a-z0-9]+$/u;

/** Ends like the name of a file; the codes of procedures and dossiers hold a dot before digits. */
const fileLike = /\.[a-z][a-z0-9]*$/iu;

/** What answers for the paths that are no asset and no page of an application. */
export interface PublicSite {
  /** Whether a path belongs to the application for citizens. */
  isAppPath(path: string): boolean;
  notFound(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
}

/** The builder puts the files of an application beside its folder for the server, or directly into it. */
function builtFolder(dist: string, app: string): string {
  const beside = join(dist, 'apps', app, 'browser');
  return existsSync(beside) ? beside : join(dist, 'apps', app);
}

interface Asset {
  readonly type: string;
  readonly content: Buffer;
  readonly immutable: boolean;
  /** Compressed once, at the first request that accepts it. */
  brotli: Promise<Buffer> | null;
}

/**
 * Serves the built front ends from memory. Pages get the nonce of their request; an address that looks like a file and is
 * none is 404, never a page.
 *
 * @param site - the public pages; null where they were not built, then the portal's application answers for every path
 */
export async function serveFrontEnds(
  server: FastifyInstance,
  dist: string,
  site: PublicSite | null,
): Promise<void> {
  const frontEnds: FrontEnd[] = [
    { prefix: '/can-bo/', folder: builtFolder(dist, 'workspace') },
    { prefix: '/kiosk/', folder: builtFolder(dist, 'kiosk') },
    { prefix: '/', folder: builtFolder(dist, 'portal') },
  ];
  const assets = await readAssets([
    ...frontEnds,
    { prefix: '/', folder: join(dist, 'apps/portal-pages/browser') },
  ]);
  const pages = new Map<FrontEnd['prefix'], string>();
  for (const { prefix, folder } of frontEnds) {
    const index = join(folder, 'index.html');
    if (existsSync(index)) pages.set(prefix, await readFile(index, 'utf8'));
  }

  server.get('/*', { config: { page: true } }, async (request: FastifyRequest, reply: FastifyReply) => {
    const path = decodePath(request.url);
    const asset = path === null ? undefined : assets.get(path);
    if (asset) return sendAsset(request, reply, asset);
    const prefix =
      frontEnds.find((each) => path !== null && (path + '/').startsWith(each.prefix))?.prefix ?? '/';
    const page = pages.get(prefix);
    if (path === null || page === undefined || path.startsWith('/api/') || fileLike.test(path)) {
      const document = problemDocument(problem('request.not-found'), 'vi', request.id);
      return reply
        .status(404)
        .header('content-type', 'application/problem+json; charset=utf-8')
        .send(JSON.stringify(document));
    }
    if (path + '/' === prefix) return reply.redirect(prefix, 308);
    if (prefix === '/' && site && !site.isAppPath(path)) {
      if (path.endsWith('/') && path.length > 1) return reply.redirect(withoutSlashes(path), 308);
      return site.notFound(request, reply);
    }
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page.replaceAll('__CSP_NONCE__', request.styleNonce));
  });
}

/** A path of this origin whatever it was: two slashes at its beginning would lead to another one. */
function withoutSlashes(path: string): string {
  return encodeURI(`/${path.replace(/^\/+|\/+$/gu, '')}`);
}

/** All files of the front ends by their path on the origin. */
async function readAssets(frontEnds: readonly FrontEnd[]): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const { prefix, folder } of frontEnds) {
    if (!existsSync(folder)) continue;
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const type = mediaTypes[extname(entry.name)];
      if (!entry.isFile() || entry.name === 'index.html' || type === undefined) continue;
      const file = join(entry.parentPath, entry.name);
      assets.set(prefix + relative(folder, file).split(sep).join('/'), {
        type,
        content: await readFile(file),
        immutable: hashed.test(entry.name),
        brotli: null,
      });
    }
  }
  return assets;
}

async function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): Promise<FastifyReply> {
  reply.header('content-type', asset.type).header('vary', 'accept-encoding');
  reply.header('cache-control', asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  const extension = Object.entries(mediaTypes).find(([, type]) => type === asset.type)?.[0] ?? '';
  if (!compressible.has(extension) || !/\bbr\b/u.test(request.headers['accept-encoding'] ?? ''))
    return reply.send(asset.content);
  asset.brotli ??= compress(asset.content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return reply.header('content-encoding', 'br').send(await asset.brotli);
}

/** Path of an address without query; null when it is not valid text or tries to climb. */
function decodePath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split('?')[0] ?? '');
    return path.includes('..') || path.includes('\0') ? null : path;
  } catch {
    return null; // not percent-encoded text: nothing can be there
  }
}
