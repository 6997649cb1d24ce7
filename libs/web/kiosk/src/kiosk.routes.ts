import type { Routes } from '@angular/router';
import { hasErrand, hasFiled, hasPerson, hasProcedure, hasResult } from './visit/visit-guards';

/**
 * Screens of the kiosk, below `/kiosk/`. They replace each other in the history: there is no way back into one. No address
 * holds a parameter, so the history of the browser says nothing about anybody.
 */
export const kioskRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'kiosk.home.title',
    loadComponent: () => import('./home/home-screen').then((screen) => screen.HomeScreen),
  },
  {
    path: 'tim-kiem',
    title: 'kiosk.search.title',
    loadComponent: () => import('./search/search-screen').then((screen) => screen.SearchScreen),
  },
  {
    path: 'thu-tuc',
    title: 'kiosk.procedure.title',
    canActivate: [hasProcedure],
    loadComponent: () => import('./search/procedure-screen').then((screen) => screen.ProcedureScreen),
  },
  {
    path: 'dang-nhap',
    title: 'kiosk.signIn.title',
    canActivate: [hasErrand],
    loadComponent: () => import('./sign-in/sign-in-screen').then((screen) => screen.SignInScreen),
  },
  {
    path: 'nop-ho-so',
    title: 'kiosk.filing.title',
    canActivate: [hasPerson, hasProcedure],
    loadComponent: () => import('./filing/filing-screen').then((screen) => screen.FilingScreen),
  },
  {
    path: 'bien-nhan',
    title: 'kiosk.receipt.title',
    canActivate: [hasFiled],
    loadComponent: () => import('./receipt/receipt-screen').then((screen) => screen.ReceiptScreen),
  },
  {
    path: 'ket-qua-cua-toi',
    title: 'kiosk.results.title',
    canActivate: [hasPerson],
    loadComponent: () => import('./results/results-screen').then((screen) => screen.ResultsScreen),
  },
  {
    path: 'lay-so',
    title: 'kiosk.ticket.title',
    loadComponent: () => import('./ticket/ticket-screen').then((screen) => screen.TicketScreen),
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
