import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';

/** The officers' front end; everything on it is a page of `@mocua/web/officer`. */
@Component({
  selector: 'mocua-workspace',
  imports: [RouterOutlet],
  template: '<router-outlet />',
})
export class Workspace {}
