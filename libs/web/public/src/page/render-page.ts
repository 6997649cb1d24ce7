import { ErrorHandler, inject, provideAppInitializer, provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser';
import { provideServerRendering, renderApplication } from '@angular/platform-server';

import type { PageAssets, PageModel } from '@mocua/contract';
import { Language, provideTexts, Texts } from '@mocua/web/kernel';
import { dossierTexts, uiTexts } from '@mocua/web/ui';
import { PublicShell } from '../shell/public-shell';
import { publicTexts } from '../texts';
import { pageDocument, themeRules } from './page-document';
import { PageLanguage } from './page-language';
import { PAGE_MODEL } from './page-model.token';

/** A page as it is sent; `style` is its only inline style, for the content policy to allow. */
export interface RenderedPage {
  readonly html: string;
  readonly style: string;
}

/** Makes the whole document of a public page. The same model and assets always give the same text. */
export async function renderPage(model: PageModel, assets: PageAssets): Promise<RenderedPage> {
  const failures: unknown[] = [];
  const bootstrap = (context: BootstrapContext) =>
    bootstrapApplication(
      PublicShell,
      {
        providers: [
          provideServerRendering(),
          provideZonelessChangeDetection(),
          provideTexts(),
          { provide: PAGE_MODEL, useValue: model },
          { provide: ErrorHandler, useValue: { handleError: (error: unknown) => failures.push(error) } },
          { provide: Language, useClass: PageLanguage },
          provideAppInitializer(() => inject(Texts).ensure(uiTexts, dossierTexts, publicTexts)),
        ],
      },
      context,
    );
  const html = await renderApplication(bootstrap, { document: pageDocument(model.frame, assets) });
  // Angular goes on after an error in a component; half a page must not go out
  if (failures.length > 0) throw failures[0];
  return { html: withoutMarks(html), style: themeRules(model.frame.province.theme) };
}

/** Takes out what Angular writes for an Angular in the browser, which these pages have not. Text never looks like it. */
function withoutMarks(html: string): string {
  return html.replaceAll('<!---->', '').replace(/ ng-version="[^"]*" ng-server-context="[^"]*"/u, '');
}
