import type { Routes } from '@angular/router';
import { hasResult } from './tracking/result-guard';

/** Screens of the kiosk, below `/kiosk/`. They replace each other in the history: there is no way back into one. */
export const kioskRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'kiosk.home.title',
    loadComponent: () => import('./home/home-screen').then((screen) => screen.HomeScreen),
  },
  {
    path: 'ma-ho-so',
    title: 'kiosk.code.title',
    loadComponent: () => import('./tracking/code-screen').then((screen) => screen.CodeScreen),
  },
  {
    path: 'ma-qr',
    title: 'kiosk.qr.title',
    loadComponent: () => import('./tracking/qr-screen').then((screen) => screen.QrScreen),
  },
  {
    path: 'ket-qua',
    title: 'kiosk.result.title',
    canActivate: [hasResult],
    loadComponent: () => import('./tracking/result-screen').then((screen) => screen.ResultScreen),
  },
  { path: '**', redirectTo: '' },
];
