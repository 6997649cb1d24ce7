import { Component, computed, effect, inject, input } from '@angular/core';
import type { PublicContent } from '@mocua/contract';
import { formatDate, Language, Localized, useTexts } from '@mocua/web/kernel';
import { ContentBody } from '@mocua/web/ui';
import { PageHead } from '../page/page-head';
import { contentAddress } from './content-address';

/** An announcement or a guide. */
@Component({
  selector: 'mocua-content-page',
  imports: [ContentBody, Localized],
  template: `
    <article class="mc-reading">
      <h1 [attr.lang]="lang()">{{ item().title | localized }}</h1>
      <p class="mc-small mc-muted">{{ t('public.content.published', { date: published() }) }}</p>
      @if (lang()) {
        <p class="mc-notice">{{ t('public.content.englishPending') }}</p>
      }
      <mc-content-body [blocks]="item().body[language.current()]" [lang]="lang()" />
      <p>
        <a [href]="all()">{{ t('public.content.back') }}</a>
      </p>
    </article>
  `,
})
export class ContentPage {
  readonly item = input.required<PublicContent>();
  protected readonly language = inject(Language);
  protected readonly t = useTexts();
  protected readonly all = computed(() => contentAddress(this.item().kind));
  protected readonly published = computed(() => formatDate(this.item().publishedAt, this.language.current()));
  /** The text is not in the language of the page. */
  protected readonly lang = computed(() =>
    this.item().englishPending && this.language.current() === 'en' ? 'vi' : null,
  );

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const { title, summary, slug } = this.item();
      head.describe(this.language.text(title), this.language.text(summary));
      head.canonical(`${this.all()}/${slug}`);
    });
  }
}
