import { Component, input } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
import { PageFooter } from './page-footer';

/** The foot of every page for citizens. */
@Component({
  selector: 'mc-site-footer',
  imports: [PageFooter],
  template: `
    <mc-page-footer [province]="province() || t('ui.site.province')" [hotline]="hotline()">
      @for (link of links; track link.href) {
        <li>
          <a [href]="link.href">{{ t(link.text) }}</a>
        </li>
      }
    </mc-page-footer>
  `,
})
export class SiteFooter {
  readonly province = input.required<string>();
  readonly hotline = input('');
  protected readonly t = useTexts();
  protected readonly links = [
    { href: '/tim-kiem', text: 'ui.site.all' },
    { href: '/tra-cuu', text: 'ui.site.track' },
    { href: '/kiem-tra-bien-nhan', text: 'ui.site.verify' },
    { href: '/ban-lam-duoc-gi', text: 'ui.site.eligibility' },
    { href: '/huong-dan', text: 'ui.site.guides' },
    { href: '/hoi-dap', text: 'ui.site.faq' },
  ];
}
