import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { provideMocuaWeb } from '@mocua/web/kernel';
import { kioskProviders, kioskRoutes, kioskTexts } from '@mocua/web/kiosk';
import { uiTexts } from '@mocua/web/ui';
import { Kiosk } from './kiosk';

void bootstrapApplication(Kiosk, {
  providers: [
    provideMocuaWeb({ audience: 'kiosk', siteName: 'kiosk.app.name', texts: [uiTexts, kioskTexts] }),
    // after the kernel's own: these forget
    ...kioskProviders,
    provideRouter(kioskRoutes),
  ],
});
