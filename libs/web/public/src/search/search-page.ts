import { Component, computed, effect, inject, input } from '@angular/core';
import { type SearchFilterName, searchFilters, type SearchPage as SearchContent } from '@mocua/contract';
import { Localized, useTexts } from '@mocua/web/kernel';
import { EmptyState } from '@mocua/web/ui';
import { PageHead } from '../page/page-head';
import { ProcedureCard } from './procedure-card';
import { searchAddress } from './search-address';
import { SearchBox } from './search-box';

/** So many values of a facet are shown; more would hide the results. */
const mostValues = 12;

/** What was found, and ways to narrow it; every filter is a link, so that the page works without script. */
@Component({
  selector: 'mocua-search-page',
  imports: [SearchBox, ProcedureCard, EmptyState, Localized],
  templateUrl: './search-page.html',
})
export class SearchPage {
  readonly content = input.required<SearchContent>();
  protected readonly t = useTexts();

  protected readonly facets = computed(() => {
    const { words, filters, found } = this.content();
    return (Object.keys(searchFilters) as SearchFilterName[]).flatMap((name) => {
      const values = found.facets[searchFilters[name]].slice(0, mostValues).map((value) => ({
        ...value,
        chosen: filters[name] === value.value,
        address: searchAddress(words, { ...filters, [name]: value.value }),
      }));
      return values.length > 1 || filters[name] !== undefined ? [{ name, values }] : [];
    });
  });
  /** Filters that hold, each with the address of the page without it. */
  protected readonly chosen = computed(() => {
    const { words, filters, found } = this.content();
    return (Object.entries(filters) as [SearchFilterName, string][]).map(([name, value]) => {
      const { [name]: _gone, ...others } = filters;
      const known = found.facets[searchFilters[name]].find((each) => each.value === value);
      return {
        name,
        value,
        label: known?.name ?? { vi: value, en: value },
        address: searchAddress(words, others),
      };
    });
  });
  protected readonly mended = computed(() => {
    const { found, filters } = this.content();
    return found.didYouMean === null
      ? null
      : { words: found.didYouMean, address: searchAddress(found.didYouMean, filters) };
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const { words } = this.content();
      head.describe(
        words === '' ? this.t('public.search.title') : `${words} – ${this.t('public.search.title')}`,
      );
      head.canonical('/tim-kiem');
      if (words !== '') head.unlisted();
    });
  }
}
