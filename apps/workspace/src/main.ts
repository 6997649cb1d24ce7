import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideMocuaWeb } from '@mocua/web/kernel';
import { officerRoutes, officerTexts } from '@mocua/web/officer';
import { dossierTexts, uiTexts } from '@mocua/web/ui';
import { Workspace } from './workspace';

void bootstrapApplication(Workspace, {
  providers: [
    provideMocuaWeb({
      audience: 'officer',
      siteName: 'officer.app.name',
      texts: [uiTexts, dossierTexts, officerTexts],
    }),
    provideRouter(
      officerRoutes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
    ),
  ],
});
