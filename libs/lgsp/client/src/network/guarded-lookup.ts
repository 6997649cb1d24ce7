import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { AllowedAddresses } from './allowed-addresses';

/** `code` of the error that ends a connection attempt. */
export const forbiddenAddressCode = 'LGSP_FORBIDDEN_ADDRESS';

/** Thrown inside a connection attempt when a name leads to an address it may not lead to. */
export class ForbiddenAddress extends Error {
  readonly code = forbiddenAddressCode;

  constructor() {
    super('The name leads to an address that may not be called.');
    this.name = 'ForbiddenAddress';
  }
}

/** Resolves all addresses of a name, as `dns.lookup` does with `all: true`. */
export type Resolver = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * The name look-up of the socket itself, so that the address that was checked is the one that is connected to: a name that
 * changes its mind between check and connection (rebinding) gains nothing. One bad address spoils the name.
 */
export function guardedLookup(allowed: AllowedAddresses, resolve: Resolver = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => allowed.allowsAddress(hostname, address)))
        return callback(new ForbiddenAddress(), '', 0);
      if (options.all === true) {
        (callback as unknown as (error: null, addresses: LookupAddress[]) => void)(null, addresses);
        return;
      }
      callback(null, first.address, first.family);
    });
  };
}
