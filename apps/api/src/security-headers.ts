import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Nonce for the style elements of the page being served. */
    styleNonce: string;
  }
}

function contentPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types angular angular#bundler`,
  ].join('; ');
}

/**
 * The policy of a public page: no script but our own file, no style but our own file and the one with this hash. A hash and
 * no nonce, because a browser that keeps the page is told 304 later, and a nonce would no longer be the one in the page.
 *
 * @param styleHash - `'sha256-…'`, or empty
 */
export function pagePolicy(styleHash: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'${styleHash === '' ? '' : ` ${styleHash}`}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');
}

/** Strict headers on every answer; a route that needs other ones (a PDF, a log-in page) sets its own before. */
export function addSecurityHeaders(server: FastifyInstance, secure: boolean): void {
  server.decorateRequest('styleNonce', '');
  server.addHook('onRequest', (request, _reply, done) => {
    request.styleNonce = randomBytes(16).toString('base64url');
    done();
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    const defaults: Record<string, string> = {
      // the page a browser has kept goes on under the policy it came with
      ...(reply.statusCode === 304 ? {} : { 'content-security-policy': contentPolicy(request.styleNonce) }),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=()',
      ...(request.url.startsWith('/api/') ? { 'cache-control': 'no-store' } : {}),
      ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    };
    for (const [name, value] of Object.entries(defaults))
      if (!reply.hasHeader(name)) reply.header(name, value);
    done(null, payload);
  });
}
