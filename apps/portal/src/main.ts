import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { CitizenShell, citizenRoutes, siteTexts } from '@mocua/web/citizen';
import { provideMocuaWeb } from '@mocua/web/kernel';
import { uiTexts } from '@mocua/web/ui/frame';

bootstrapApplication(CitizenShell, {
  providers: [
    provideRouter(
      citizenRoutes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideMocuaWeb({ audience: 'citizen', siteName: 'site.name', texts: [uiTexts, siteTexts] }),
  ],
}).catch((error: unknown) => {
  // nothing is on the screen yet: the one place where the console is all there is
  console.error(error);
});
