import { BlockList, isIP } from 'node:net';

/** A host that may be called, and the private networks it may lie in, if any. */
export interface AllowedHost {
  /** Exact host name in lower case, or an address literal. */
  readonly host: string;
  readonly port: number;
  /** `http:` only where a test system has nothing else. */
  readonly protocol: 'https:' | 'http:';
  /** CIDR blocks, for example `10.20.0.0/16`, that the name may lead to although they are not public. */
  readonly privateNetworks?: readonly string[];
}

/**
 * Networks that are no public place: IANA's special-purpose registries for IPv4 and IPv6, and the ranges that carry an
 * IPv4 address inside an IPv6 one, because those lead anywhere.
 */
const special: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.31.196.0', 24, 'ipv4'],
  ['192.52.193.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['192.175.48.0', 24, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['::ffff:0:0', 96, 'ipv6'],
  ['::ffff:0:0:0', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
  ['5f00::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const notPublic = blocksOf(special);

/** Decides which targets may be called: by name before the call, and by address at the moment of the connection. */
export class AllowedAddresses {
  private readonly hosts: ReadonlyMap<string, AllowedHost>;
  private readonly privateBlocks: ReadonlyMap<string, AddressBlocks>;

  /** @throws Error when an entry is not a host name, or a network is not a CIDR block */
  constructor(hosts: readonly AllowedHost[]) {
    this.hosts = new Map(hosts.map((entry) => [keyOf(entry.protocol, entry.host, entry.port), entry]));
    const networks = new Map<string, string[]>();
    for (const { host, privateNetworks = [] } of hosts)
      networks.set(host, [...(networks.get(host) ?? []), ...privateNetworks]);
    this.privateBlocks = new Map(
      [...networks].map(([host, blocks]) => [host, blocksOf(blocks.map(parseNetwork))]),
    );
    for (const { host } of hosts) {
      if (
        new URL(`https://${isIP(host) === 6 ? `[${host}]` : host}`).hostname.replace(/^\[|\]$/gu, '') !== host
      )
        throw new Error(`"${host}" is not a plain host name in lower case.`);
    }
  }

  /** Whether a URL may be called at all; credentials in it, another port or another scheme are a no. */
  allows(url: URL): boolean {
    if (url.username !== '' || url.password !== '') return false;
    const host = hostOf(url);
    const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
    if (!this.hosts.has(keyOf(url.protocol, host, port))) return false;
    return isIP(host) === 0 || this.allowsAddress(host, host);
  }

  /** Whether a connection for this name may go to this address. Asked for every address at connect time. */
  allowsAddress(host: string, address: string): boolean {
    const family = isIP(address);
    if (family === 0) return false;
    const kind = family === 4 ? 'ipv4' : 'ipv6';
    if (!notPublic[kind].check(address, kind)) return true;
    return this.privateBlocks.get(host)?.[kind].check(address, kind) === true;
  }
}

/** Host of a URL without the brackets of an IPv6 literal. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/gu, '');
}

function keyOf(protocol: string, host: string, port: number): string {
  return `${protocol}//${host}:${String(port)}`;
}

function parseNetwork(network: string): readonly [string, number, 'ipv4' | 'ipv6'] {
  const [address = '', prefix = ''] = network.split('/');
  const family = isIP(address);
  const longest = family === 4 ? 32 : 128;
  if (family === 0 || !/^\d{1,3}$/u.test(prefix) || Number(prefix) > longest)
    throw new Error(`"${network}" is not a network such as 10.20.0.0/16.`);
  return [address, Number(prefix), family === 4 ? 'ipv4' : 'ipv6'];
}

/** A list for each family: one list would take an IPv4 address for its mapped IPv6 form, which is blocked as a whole. */
type AddressBlocks = Readonly<Record<'ipv4' | 'ipv6', BlockList>>;

function blocksOf(networks: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[]): AddressBlocks {
  const blocks = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const [address, prefix, family] of networks) blocks[family].addSubnet(address, prefix, family);
  return blocks;
}
