import type { Routes } from '@angular/router';
import { signedIn } from '@mocua/web/kernel';

/** Pages of the workspace, below `/can-bo/`. */
export const officerRoutes: Routes = [
  {
    path: 'dang-nhap',
    title: 'officer.login.title',
    loadComponent: () => import('./shell/login-page').then((page) => page.LoginPage),
  },
  {
    path: '',
    canActivate: [signedIn('dang-nhap')],
    loadComponent: () => import('./shell/workspace-shell-page').then((page) => page.WorkspaceShellPage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./shell/start-page').then((page) => page.StartPage),
      },
      {
        path: 'viec/:queue',
        title: 'officer.app.worklist',
        loadComponent: () => import('./worklist/work-list-page').then((page) => page.WorkListPage),
      },
      {
        path: 'ho-so/:dossierId',
        loadComponent: () => import('./dossier/dossier-page').then((page) => page.DossierPage),
      },
      {
        path: 'quay-thu',
        title: 'officer.payment.desk',
        loadComponent: () => import('./payment/cash-desk-page').then((page) => page.CashDeskPage),
      },
      {
        path: 'quay-thu-theo-don-vi',
        title: 'officer.cashRules.title',
        loadComponent: () => import('./payment/cash-desk-rules-page').then((page) => page.CashDeskRulesPage),
      },
      {
        path: 'doi-soat-thu',
        title: 'officer.payment.unmatched',
        loadComponent: () => import('./payment/unmatched-page').then((page) => page.UnmatchedPage),
      },
      {
        path: 'lich-su-dang-nhap',
        title: 'officer.logins.title',
        loadComponent: () => import('./logins/login-history-page').then((page) => page.LoginHistoryPage),
      },
      {
        path: 'to-khai-tu-kiosk',
        title: 'officer.handed.title',
        loadComponent: () => import('./kiosks/handed-draft-page').then((page) => page.HandedDraftPage),
      },
      {
        path: 'nop-ho-so',
        title: 'officer.assisted.title',
        loadComponent: () =>
          import('./assisted-filing/begin-filing-page').then((page) => page.BeginFilingPage),
      },
      {
        path: 'nop-ho-so/:draftId',
        title: 'officer.assisted.title',
        loadComponent: () =>
          import('./assisted-filing/assisted-draft-page').then((page) => page.AssistedDraftPage),
      },
      {
        path: 'cong-quoc-gia',
        title: 'officer.national.title',
        loadComponent: () =>
          import('./national-portal/national-portal-page').then((page) => page.NationalPortalPage),
      },
      {
        path: 'bao-cao',
        title: 'officer.reports.title',
        loadComponent: () => import('./reports/report-list-page').then((page) => page.ReportListPage),
      },
      {
        path: 'bao-cao/:month/:version',
        title: 'officer.reports.title',
        loadComponent: () => import('./reports/report-page').then((page) => page.ReportPage),
      },
      {
        path: 'thong-tin-gui-di',
        title: 'officer.outbound.title',
        loadComponent: () => import('./outbound/outbound-page').then((page) => page.OutboundPage),
      },
      {
        path: 'so-cap-tai-cho',
        title: 'officer.numbers.title',
        loadComponent: () => import('./numbers/local-numbers-page').then((page) => page.LocalNumbersPage),
      },
      {
        path: 'thiet-bi',
        title: 'officer.devices.title',
        loadComponent: () => import('./devices/device-list-page').then((page) => page.DeviceListPage),
      },
      {
        path: 'giay-to-chia-se',
        title: 'officer.shared.title',
        loadComponent: () =>
          import('./shared-papers/shared-papers-page').then((page) => page.SharedPapersPage),
      },
      {
        path: 'quyen-du-lieu',
        title: 'officer.rights.title',
        loadComponent: () => import('./rights/rights-desk-page').then((page) => page.RightsDeskPage),
      },
      {
        path: 'quyen-du-lieu/:requestId',
        title: 'officer.rights.title',
        loadComponent: () => import('./rights/rights-request-page').then((page) => page.RightsRequestPage),
      },
      {
        path: 'so-vi-pham',
        title: 'officer.breaches.title',
        loadComponent: () => import('./breaches/breach-page').then((page) => page.BreachPage),
      },
      {
        path: 'he-thong-ket-noi',
        title: 'officer.partners.title',
        loadComponent: () => import('./partners/partner-list-page').then((page) => page.PartnerListPage),
      },
      {
        path: 'he-thong-ket-noi/:clientId',
        title: 'officer.partners.title',
        loadComponent: () => import('./partners/partner-page').then((page) => page.PartnerPage),
      },
      {
        path: 'danh-muc',
        title: 'officer.catalogue.title',
        loadComponent: () => import('./catalogue/record-list-page').then((page) => page.RecordListPage),
      },
      {
        path: 'danh-muc/:code',
        title: 'officer.catalogue.title',
        loadComponent: () => import('./catalogue/record-review-page').then((page) => page.RecordReviewPage),
      },
      {
        path: 'noi-dung',
        title: 'officer.content.title',
        loadComponent: () => import('./content/content-list-page').then((page) => page.ContentListPage),
      },
      {
        path: 'noi-dung/moi/:kind',
        title: 'officer.content.title',
        loadComponent: () => import('./content/content-edit-page').then((page) => page.ContentEditPage),
      },
      {
        path: 'noi-dung/:contentId',
        title: 'officer.content.title',
        loadComponent: () => import('./content/content-edit-page').then((page) => page.ContentEditPage),
      },
      {
        path: '**',
        title: 'officer.notFound.title',
        loadComponent: () => import('./shell/not-found-page').then((page) => page.NotFoundPage),
      },
    ],
  },
];
