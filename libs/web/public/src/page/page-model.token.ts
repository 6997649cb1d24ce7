import { InjectionToken } from '@angular/core';
import type { PageModel } from '@mocua/contract';

/** Everything the page being rendered is made of. */
export const PAGE_MODEL = new InjectionToken<PageModel>('page model');
