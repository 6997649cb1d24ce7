import { Component } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
@Component({ selector: 'mocua-gallery-page', template: `<h1>{{ t('site.title.gallery') }}</h1>` })
export class GalleryPage { protected readonly t = useTexts(); }
