import { Component } from '@angular/core';

/** The plain form classes in their states; the e-form renderer builds on the same ones. */
@Component({
  selector: 'mocua-gallery-forms',
  templateUrl: './gallery-forms.html',
})
export class GalleryForms {}
