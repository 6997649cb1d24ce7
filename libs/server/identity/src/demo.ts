/** The invented province and its people as plain data, without the server: the sandbox shows the same people. */
export { demoAccounts, type DemoAccount } from './demo/demo-accounts';
export { demoAssignments, type DemoAssignment } from './demo/demo-assignments';
export {
  type DemoOrganisation,
  demoOrganisations,
  demoPeople,
  type DemoPerson,
  type DemoRepresentation,
  demoRepresentations,
} from './demo/demo-people';
export { demoProvince, type DemoUnit, type DemoUnitKey, demoUnits } from './demo/demo-province';
