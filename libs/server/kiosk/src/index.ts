export { KioskModule } from './kiosk.module';
export { KioskPeripherals, type ScannedPaper } from './ports';
