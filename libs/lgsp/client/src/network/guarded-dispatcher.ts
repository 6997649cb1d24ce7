import { Agent, type Dispatcher } from 'undici';
import type { AllowedAddresses } from './allowed-addresses';
import { ForbiddenAddress, guardedLookup, type Resolver } from './guarded-lookup';

export interface GuardedDispatcherOptions {
  readonly connectMs?: number;
  /** For tests of what a name server may do. */
  readonly resolve?: Resolver;
}

/**
 * A dispatcher for `fetch` that knows the allow-list: every request, a followed redirect included, is held against it before
 * a connection is made, and every address of a name at the moment of the connection. Give it to `setGlobalDispatcher`,
 * and code that knows nothing of this library cannot be steered elsewhere either.
 */
export function guardedDispatcher(
  allowed: AllowedAddresses,
  { connectMs = 3_000, resolve }: GuardedDispatcherOptions = {},
): Dispatcher {
  const agent = new Agent({
    connect: { timeout: connectMs, rejectUnauthorized: true, lookup: guardedLookup(allowed, resolve) },
  });
  return agent.compose((dispatch) => (options, handler) => {
    const { origin, path } = options;
    const url = origin === undefined ? null : URL.parse(path, String(origin));
    if (url === null || !allowed.allows(url)) throw new ForbiddenAddress();
    return dispatch(options, handler);
  });
}
