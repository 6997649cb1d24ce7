import {
  type ContentKind,
  findEligibleProcedures,
  getProcedure,
  getPublicContent,
  listPublicContent,
  type PageContent,
  type SearchFilterName,
  searchFilters,
  searchProcedures,
} from '@mocua/contract';
import { eligibilityPage } from './eligibility-form';
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
const newsCount = 2;
const longestWords = 200;

function wordsOf({ query }: PageAddress): string {
  return (query.get('q') ?? '').normalize('NFC').trim().slice(0, longestWords);
}

function filtersOf({ query }: PageAddress): Partial<Record<SearchFilterName, string>> {
  const filters: Partial<Record<SearchFilterName, string>> = {};
  for (const name of Object.keys(searchFilters) as SearchFilterName[]) {
    const value = query.get(name);
    if (value !== undefined && value !== '') filters[name] = value;
  }
  return filters;
}

const always = () => true;

/** The list of a kind of content, and a page for each of its items. */
function contentPages(kind: ContentKind, route: string, single: boolean): PublicPage[] {
  const list: PublicPage = {
    route,
    path: () => route,
    kept: always,
    load: async (ask) => {
      const { items } = await ask.call(listPublicContent, { query: { kind } });
      return { kind: 'content-list', list: kind, items };
    },
  };
  const page: PublicPage = {
    route: `${route}/:slug`,
    path: ({ params }) => `${route}/${encodeURIComponent(params['slug'] ?? '')}`,
    kept: always,
    load: async (ask, { params }) => ({
      kind: 'content',
      item: await ask.call(getPublicContent, { params: { kind, slug: params['slug'] } }),
    }),
  };
  return single ? [list, page] : [list];
}

/** The pages that anybody may read, each with what it is made of. */
export const publicPages: readonly PublicPage[] = [
  {
    route: '/',
    path: () => '/',
    kept: always,
    load: async (ask) => {
      const [{ items, facets }, news] = await Promise.all([
        ask.call(searchProcedures, { query: { limit: popularCount } }),
        ask.call(listPublicContent, { query: { kind: 'announcement' } }),
      ]);
      const announcements = news.items
        .slice(0, newsCount)
        .map(({ slug, title, englishPending }) => ({ slug, title, englishPending }));
      return { kind: 'home', popular: items, lifeEvents: facets.lifeEvent, announcements };
    },
  },
  {
    route: '/tim-kiem',
    path: (address) => {
      const query = new URLSearchParams();
      const words = wordsOf(address);
      if (words !== '') query.set('q', words);
      for (const [name, value] of Object.entries(filtersOf(address)).sort()) query.set(name, value);
      return query.size === 0 ? '/tim-kiem' : `/tim-kiem?${query.toString()}`;
    },
    kept: (address) => wordsOf(address) === '' && Object.keys(filtersOf(address)).length <= 1,
    load: async (ask, address) => {
      const words = wordsOf(address);
      const filters = filtersOf(address);
      const query: Record<string, string> = { q: words };
      for (const [name, value] of Object.entries(filters) as [SearchFilterName, string][])
        query[searchFilters[name]] = value;
      return { kind: 'search', words, filters, found: await ask.call(searchProcedures, { query }) };
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
  {
    route: '/ban-lam-duoc-gi',
    path: () => '/ban-lam-duoc-gi',
    kept: always,
    load: async (ask) => {
      const { next } = await ask.call(findEligibleProcedures, { body: { facts: {} } });
      return eligibilityPage({ facts: {}, skipped: [], next, errors: [], procedures: null });
    },
  },
  ...contentPages('announcement', '/thong-bao', true),
  ...contentPages('faq', '/hoi-dap', false),
  ...contentPages('guide', '/huong-dan', true),
];
