import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { provideMocuaWeb } from '@mocua/web/kernel';
import { kioskProviders, kioskRoutes, kioskTexts, PhoneApp } from '@mocua/web/kiosk';
import { dossierTexts, uiTexts } from '@mocua/web/ui';
import { Kiosk } from './kiosk';

const texts = [uiTexts, dossierTexts, kioskTexts];

// The address in a QR code of the machine is opened on the person's own phone: no machine, another session, one page.
if (location.pathname === '/kiosk/dien-thoai') {
  document.documentElement.dataset['surface'] = 'phone';
  const machine = document.querySelector('mocua-kiosk');
  const phone = document.createElement('mocua-phone-app');
  phone.setAttribute('ngCspNonce', machine?.getAttribute('ngCspNonce') ?? '');
  machine?.replaceWith(phone);
  void bootstrapApplication(PhoneApp, {
    providers: [
      provideMocuaWeb({ audience: 'citizen', siteName: 'kiosk.app.name', texts }),
      // the router must leave the address alone: the code stands behind its hash
      provideRouter([{ path: '**', children: [] }]),
    ],
  });
} else {
  void bootstrapApplication(Kiosk, {
    providers: [
      provideMocuaWeb({ audience: 'kiosk', siteName: 'kiosk.app.name', texts }),
      // after the kernel's own: these forget
      ...kioskProviders,
      provideRouter(kioskRoutes),
    ],
  });
}
