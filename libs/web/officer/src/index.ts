export { officerRoutes } from './officer.routes';
export { officerTexts } from './officer-texts';
