import { Component } from '@angular/core';
import { KioskShell } from '@mocua/web/kiosk';

/** The front end of a registered device; everything on it is a screen of `@mocua/web/kiosk`. */
@Component({
  selector: 'mocua-kiosk',
  imports: [KioskShell],
  template: '<mocua-kiosk-shell />',
})
export class Kiosk {}
