import { Injectable } from '@nestjs/common';
import {
  isLifeEvent,
  lifeEvents,
  type InputOf,
  type ResponseOf,
  type searchProcedures,
} from '@mocua/contract';
import { type FacetCount, type FacetName, search, type SearchFilters, slugOf } from '@mocua/engine/search';
import { ProcessingTimes } from '../ports';
import { type SearchCatalogue, SearchCatalogues } from './search-catalogue';

type Query = InputOf<typeof searchProcedures>['query'];
type Answer = ResponseOf<typeof searchProcedures>;

const audiences = {
  citizen: { vi: 'Công dân', en: 'Citizens' },
  organisation: { vi: 'Tổ chức, doanh nghiệp', en: 'Organisations and businesses' },
} as const;

/** Finds procedures by words as people type them, says why each was found, and counts what the filters would give. */
@Injectable()
export class SearchProcedures {
  constructor(
    private readonly catalogues: SearchCatalogues,
    private readonly times: ProcessingTimes,
  ) {}

  /** Best first; all procedures in force for an empty query. */
  async execute({ q, limit, field, unit, audience, lifeEvent }: Query): Promise<Answer> {
    const catalogue = await this.catalogues.today();
    const filters = chosen({ field, unit, audience, lifeEvent });
    const { hits, total, facets, didYouMean, places } = search(catalogue.index, q, { filters, limit });
    const experiences = await this.times.experiencesWith(hits.map(({ code }) => code));
    const named = (name: FacetName): Answer['facets'][FacetName] =>
      facets[name].map((one) => ({
        value: one.value,
        name: facetName(catalogue, name, one),
        count: one.count,
      }));
    return {
      items: hits.flatMap(({ code, words, via }) => {
        const summary = catalogue.summaries.get(code);
        if (!summary) return [];
        return [
          { ...summary, matched: { words: [...words], via }, experience: experiences.get(code) ?? null },
        ];
      }),
      total,
      facets: {
        field: named('field'),
        unit: named('unit'),
        audience: named('audience'),
        lifeEvent: named('lifeEvent'),
      },
      didYouMean,
      places: places.map(({ typed, name, now }) => ({ typed, name, now: [...now] })),
    };
  }
}

/** Only what was really chosen: a filter that is there asks for its value, also for an empty one. */
function chosen(filters: { readonly [name in FacetName]: string | undefined }): SearchFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** The name of a value in both languages; agencies and what only a record says have their own name alone. */
function facetName(catalogue: SearchCatalogue, name: FacetName, { value, name: said }: FacetCount) {
  if (name === 'audience' && (value === 'citizen' || value === 'organisation')) return audiences[value];
  if (name === 'lifeEvent' && isLifeEvent(value)) return lifeEvents[value];
  if (name === 'field') {
    for (const { field } of catalogue.summaries.values()) if (slugOf(field.vi) === value) return field;
  }
  return { vi: said, en: said };
}
