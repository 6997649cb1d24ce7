import type { FastifyInstance } from 'fastify';
import { endpoints } from '@mocua/contract/schemas';
import { apiPrefix } from './endpoint.decorator';

/** Routes outside the contract that may exist: operations, pages and assets. */
const openRoutes = new Set(['/healthz', '/readyz', '/metrics', '/api/openapi.json', '/api/docs']);

/** A route nobody declared, or a declared endpoint nobody serves. */
export class UndeclaredRouteError extends Error {
  constructor(routes: readonly string[], missing: readonly string[]) {
    super(
      [
        ...routes.map((route) => `route without a declared access rule: ${route}`),
        ...missing.map((name) => `endpoint without a handler: ${name}`),
      ].join('\n'),
    );
    this.name = 'UndeclaredRouteError';
  }
}

/**
 * Watches every route that is registered, whoever registers it. `assertComplete` throws when one is undeclared or when
 * an endpoint of the contract has no handler; the process must not start then.
 */
export function watchRoutes(server: FastifyInstance): {
  readonly seen: ReadonlySet<string>;
  assertComplete(): void;
} {
  const declared = new Map(
    Object.entries(endpoints).map(([name, endpoint]) => [
      `${endpoint.method} ${apiPrefix}${endpoint.path}`,
      name,
    ]),
  );
  const seen = new Set<string>();
  const undeclared: string[] = [];
  server.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) {
      if (method === 'HEAD' || method === 'OPTIONS') continue;
      const key = `${method} ${route.url}`;
      seen.add(key);
      const declaredPage =
        !route.url.startsWith('/api') && route.config !== undefined && 'page' in route.config;
      // a page may take a form, as browsers send it without script
      const page =
        (method === 'GET' && (openRoutes.has(route.url) || declaredPage)) ||
        (method === 'POST' && declaredPage);
      if (!declared.has(key) && !page) undeclared.push(key);
    }
  });
  return {
    seen,
    assertComplete() {
      const missing = [...declared].filter(([key]) => !seen.has(key)).map(([, name]) => name);
      if (undeclared.length > 0 || missing.length > 0) throw new UndeclaredRouteError(undeclared, missing);
    },
  };
}
