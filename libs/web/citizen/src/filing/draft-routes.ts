import type { Routes } from '@angular/router';
import { withTexts } from '@mocua/web/kernel';
import { storeTexts } from '../texts';

/** The steps of one draft; the pages of its form stand under their own ids. */
export const draftRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./draft-shell').then((m) => m.DraftShell),
    children: [
      {
        path: 'giay-to',
        title: 'filing.title.attachments',
        resolve: withTexts(storeTexts),
        loadComponent: () => import('./attachments-step').then((m) => m.AttachmentsStep),
      },
      {
        path: 'kiem-tra',
        title: 'filing.title.check',
        loadComponent: () => import('./check-step').then((m) => m.CheckStep),
      },
      {
        path: ':page',
        title: 'filing.title.form',
        loadComponent: () => import('./form-step').then((m) => m.FormStep),
      },
    ],
  },
];
