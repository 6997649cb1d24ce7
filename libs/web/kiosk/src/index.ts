export { kioskProviders } from './kiosk-providers';
export { kioskRoutes } from './kiosk.routes';
export { kioskTexts } from './kiosk-texts';
export { PhoneApp } from './phone/phone-app';
export { KioskShell } from './shell/kiosk-shell';
