import type { Routes } from '@angular/router';

/** The papers a person keeps. Loaded with the first of these pages, so that a form does not carry their addresses. */
export const storeRoutes: Routes = [
  {
    path: '',
    title: 'store.title.papers',
    loadComponent: () => import('./store-page').then((m) => m.StorePage),
  },
  {
    path: 'them',
    title: 'store.title.add',
    loadComponent: () => import('./add-paper-page').then((m) => m.AddPaperPage),
  },
  {
    path: 'quoc-gia',
    title: 'store.title.national',
    loadComponent: () => import('./national-papers-page').then((m) => m.NationalPapersPage),
  },
  {
    path: 'ho-so',
    title: 'store.title.profile',
    loadComponent: () => import('./profile-page').then((m) => m.ProfilePage),
  },
  {
    path: 'chia-se',
    title: 'store.title.shares',
    loadComponent: () => import('./shares-page').then((m) => m.SharesPage),
  },
];
