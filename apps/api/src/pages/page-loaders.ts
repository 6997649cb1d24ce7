import { getProcedure, type PageContent, searchProcedures } from '@mocua/contract';
import type { PublicEndpoints } from './public-endpoints';

/** A page that is read with GET. */
export interface PublicPage {
  /** Route of Fastify. */
  readonly route: string;
  /** Path with the part of the query that decides what is shown: the same path always asks for the same data. */
  readonly path: (address: PageAddress) => string;
  readonly load: (ask: PublicEndpoints, address: PageAddress) => Promise<PageContent>;
  /** Whether its rendered form is worth keeping; what people type is not. */
  readonly kept: (address: PageAddress) => boolean;
}

export interface PageAddress {
  readonly params: Readonly<Record<string, string>>;
  readonly query: ReadonlyMap<string, string>;
}

const popularCount = 6;
const longestWords = 200;

function wordsOf({ query }: PageAddress): string {
  return (query.get('q') ?? '').normalize('NFC').trim().slice(0, longestWords);
}

const always = () => true;

/** The pages that anybody may read, each with what it is made of. */
export const publicPages: readonly PublicPage[] = [
  {
    route: '/',
    path: () => '/',
    kept: always,
    load: async (ask) => {
      const { items } = await ask.call(searchProcedures, { query: {} });
      return { kind: 'home', popular: items.slice(0, popularCount) };
    },
  },
  {
    route: '/tim-kiem',
    path: (address) => {
      const words = wordsOf(address);
      return words === '' ? '/tim-kiem' : `/tim-kiem?${new URLSearchParams({ q: words }).toString()}`;
    },
    kept: (address) => wordsOf(address) === '',
    load: async (ask, address) => {
      const words = wordsOf(address);
      const { items } = await ask.call(searchProcedures, { query: { q: words } });
      return { kind: 'search', words, found: items };
    },
  },
  {
    route: '/thu-tuc/:code',
    path: ({ params }) => `/thu-tuc/${encodeURIComponent(params['code'] ?? '')}`,
    kept: always,
    load: async (ask, { params }) => ({
      kind: 'procedure',
      procedure: await ask.call(getProcedure, { params: { code: params['code'] } }),
    }),
  },
  {
    route: '/tra-cuu',
    path: () => '/tra-cuu',
    kept: always,
    load: () => Promise.resolve({ kind: 'tracking', code: '', errors: [], problem: null, status: null }),
  },
  {
    route: '/kiem-tra-bien-nhan',
    path: () => '/kiem-tra-bien-nhan',
    kept: always,
    load: () => Promise.resolve({ kind: 'receipt', pasted: '', errors: [], problem: null, verdict: null }),
  },
];
