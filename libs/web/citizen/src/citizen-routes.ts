import type { Routes } from '@angular/router';
import { signedIn, withTexts } from '@mocua/web/kernel';
import { dossierTexts } from '@mocua/web/ui/frame';
import { leaveToServer } from './shell/leave-to-server';
import { batchTexts, filingTexts, mineTexts, storeTexts } from './texts';

const loginPath = '/dang-nhap';

/** Pages of the portal for which somebody signs in; the others are made by the server. Slugs are Vietnamese: people read them aloud on the telephone. */
export const citizenRoutes: Routes = [
  {
    path: 'dang-nhap',
    title: 'site.title.login',
    loadComponent: () => import('./login/login-page').then((m) => m.LoginPage),
  },
  {
    path: 'dang-nhap/xong',
    title: 'site.title.login',
    loadComponent: () => import('./login/login-done-page').then((m) => m.LoginDonePage),
  },
  {
    path: 'thu-vien-giao-dien',
    title: 'site.title.gallery',
    resolve: withTexts(dossierTexts),
    loadComponent: () => import('./gallery/gallery-page').then((m) => m.GalleryPage),
  },
  {
    path: '',
    canActivate: [signedIn(loginPath)],
    resolve: withTexts(filingTexts),
    children: [
      {
        path: 'nop-ho-so/:code',
        title: 'filing.title.open',
        loadComponent: () => import('./filing/open-draft-page').then((m) => m.OpenDraftPage),
      },
      {
        path: 'nop-nhieu/:code',
        title: 'batch.title',
        resolve: withTexts(batchTexts),
        loadComponent: () => import('./batch/batch-page').then((m) => m.BatchPage),
      },
      {
        path: 'ban-nhap/:draftId',
        loadChildren: () => import('./filing/draft-routes').then((m) => m.draftRoutes),
      },
    ],
  },
  {
    path: '',
    canActivate: [signedIn(loginPath)],
    resolve: withTexts(filingTexts, dossierTexts, mineTexts),
    children: [
      {
        path: '',
        loadComponent: () => import('./mine/mine-shell').then((m) => m.MineShell),
        children: [
          {
            path: 'ho-so',
            title: 'mine.title.dossiers',
            loadComponent: () => import('./dossiers/my-dossiers-page').then((m) => m.MyDossiersPage),
          },
          {
            path: 'tin-nhan',
            title: 'mine.title.messages',
            loadComponent: () => import('./messages/messages-page').then((m) => m.MessagesPage),
          },
          {
            path: 'ket-qua',
            title: 'mine.title.results',
            loadComponent: () => import('./results/results-page').then((m) => m.ResultsPage),
          },
          {
            path: 'kho',
            resolve: withTexts(storeTexts),
            loadChildren: () => import('./store/store-routes').then((m) => m.storeRoutes),
          },
          {
            path: 'lam-thay',
            title: 'mine.title.acting',
            loadComponent: () => import('./acting/acting-for-page').then((m) => m.ActingForPage),
          },
          {
            path: 'du-lieu-ca-nhan',
            title: 'mine.title.privacy',
            loadComponent: () => import('./privacy/privacy-page').then((m) => m.PrivacyPage),
          },
          {
            path: 'ai-da-xem',
            title: 'mine.title.readings',
            loadComponent: () => import('./privacy/readings-page').then((m) => m.ReadingsPage),
          },
          {
            path: 'cai-dat',
            title: 'mine.title.settings',
            loadComponent: () => import('./settings/settings-page').then((m) => m.SettingsPage),
          },
          {
            path: 'tai-khoan',
            title: 'mine.title.account',
            loadComponent: () => import('./account/account-page').then((m) => m.AccountPage),
          },
        ],
      },
      {
        path: 'ho-so/:dossierId',
        title: 'mine.title.dossier',
        loadComponent: () => import('./dossiers/dossier-page').then((m) => m.DossierPage),
      },
      {
        path: 'ho-so/:dossierId/bien-nhan',
        title: 'filing.title.receipt',
        loadComponent: () => import('./receipt/receipt-page').then((m) => m.ReceiptPage),
      },
      {
        path: 'ho-so/:dossierId/nop-tien',
        title: 'mine.title.payment',
        loadComponent: () => import('./payment/payment-page').then((m) => m.PaymentPage),
      },
      {
        path: 'ho-so/:dossierId/bo-sung',
        title: 'mine.title.supplement',
        loadComponent: () => import('./dossiers/supplement-page').then((m) => m.SupplementPage),
      },
      {
        path: 'ho-so/:dossierId/sua',
        title: 'mine.title.edit',
        loadComponent: () => import('./dossiers/edit-page').then((m) => m.EditPage),
      },
    ],
  },
  {
    path: '**',
    canActivate: [leaveToServer],
    title: 'site.title.notFound',
    loadComponent: () => import('./problem/not-found-page').then((m) => m.NotFoundPage),
  },
];
