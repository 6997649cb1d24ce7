export { citizenRoutes } from './citizen-routes';
export { CitizenShell } from './shell/citizen-shell';
export { siteTexts } from './texts';
