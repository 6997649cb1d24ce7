export { openReporting, type ReportingConnection } from './open-reporting';
