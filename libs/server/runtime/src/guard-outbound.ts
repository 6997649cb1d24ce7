import { setGlobalDispatcher } from 'undici';
import { AllowedAddresses, type AllowedHost, guardedDispatcher } from '@mocua/lgsp/client';
import type { Config } from '@mocua/server/kernel';

/**
 * What this process may call: the hosts of its own settings, each in the private networks that the settings name, and
 * nothing else. A setting that leads to a private address that is not named can be read, but not called.
 *
 * @throws Error when a setting holds credentials or is no plain host
 */
export function outboundAddresses(config: Config): AllowedAddresses {
  const hosts = [...config.outboundUrls].map(([setting, address]): AllowedHost => {
    const { protocol, hostname, port, username } = new URL(address);
    if (username !== '') throw new Error(`${setting} must not hold a user name.`);
    return {
      host: hostname.replace(/^\[|\]$/gu, ''),
      port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
      protocol: protocol === 'https:' ? 'https:' : 'http:',
      privateNetworks: config.outboundNetworks,
    };
  });
  return new AllowedAddresses(hosts);
}

/**
 * From here on every `fetch` of this process, whoever calls it, reaches only what the configuration names; redirects and
 * names that change their mind included. Called once by a program's main module, before anything is asked.
 */
export function guardOutbound(config: Config): void {
  setGlobalDispatcher(guardedDispatcher(outboundAddresses(config)));
}
