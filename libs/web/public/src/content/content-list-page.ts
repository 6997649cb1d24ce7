import { Component, computed, effect, inject, input } from '@angular/core';
import { type ContentListPage as ListContent, contentTopicNames, contentTopics } from '@mocua/contract';
import { formatDate, Language, Localized, useTexts } from '@mocua/web/kernel';
import { ContentBody } from '@mocua/web/ui';
import { PageHead } from '../page/page-head';
import { contentAddress } from './content-address';

/** Announcements and guides as a list of links; questions by topic, each with its answer folded below it. */
@Component({
  selector: 'mocua-content-list-page',
  imports: [ContentBody, Localized],
  templateUrl: './content-list-page.html',
})
export class ContentListPage {
  readonly content = input.required<ListContent>();
  protected readonly language = inject(Language);
  protected readonly t = useTexts();
  protected readonly all = computed(() => contentAddress(this.content().list));
  protected readonly topics = computed(() =>
    [...contentTopics, null]
      .map((topic) => ({
        topic,
        name: topic === null ? null : contentTopicNames[topic],
        items: this.content().items.filter((item) => item.topic === topic),
      }))
      .filter(({ items }) => items.length > 0),
  );

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const { list } = this.content();
      head.describe(this.t(`public.content.title.${list}`), this.t(`public.content.lead.${list}`));
      head.canonical(this.all());
    });
  }

  protected date(instant: string): string {
    return formatDate(instant, this.language.current());
  }

  /** `vi` for a text that is not in the language of the page. */
  protected langOf(item: { readonly englishPending: boolean }): string | null {
    return item.englishPending && this.language.current() === 'en' ? 'vi' : null;
  }
}
