import { endpoint, officer } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const listReports = endpoint<typeof schemas.listReportsSchemas>({
  name: 'listReports',
  method: 'GET',
  path: '/officer/reports',
  summary: 'Versions of the monthly reports, who let them go, and what became of them',
  access: officer('report.inspect'),
  problems: [],
});
export const getReport = endpoint<typeof schemas.getReportSchemas>({
  name: 'getReport',
  method: 'GET',
  path: '/officer/reports/:month/:version',
  summary: 'A version of a report with its numbers, and what is different from the version before',
  access: officer('report.inspect'),
  problems: ['report.not-found'],
});
export const releaseReport = endpoint<typeof schemas.releaseReportSchemas>({
  name: 'releaseReport',
  method: 'POST',
  path: '/officer/reports/:month/:version/release',
  summary: 'Lets the newest version of a report go, in the name of an office; done again it stays as it was',
  access: officer('report.release'),
  idempotent: true,
  problems: ['report.not-found', 'report.not-newest'],
});
export const prepareReport = endpoint<typeof schemas.prepareReportSchemas>({
  name: 'prepareReport',
  method: 'POST',
  path: '/officer/reports',
  summary: 'Makes a version of the report of a month, or says that the newest one still holds',
  access: officer('report.release'),
  idempotent: true,
  problems: [
    'report.month-not-over',
    'report.not-counted-yet',
    'report.reason-needed',
    'report.no-indicators',
  ],
});
