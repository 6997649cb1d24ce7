export {
  Catalogue,
  type CatalogueItem,
  type CatalogueName,
  SharedCatalogues,
} from './catalogues/shared-catalogues';
export {
  type CivilEvent,
  type CivilStatusEntry,
  CivilStatusRegister,
} from './civil-status/civil-status-register';
export { EnterpriseRegister, type RegisteredEnterprise } from './enterprise/enterprise-register';
export { LandRegister, type RegisteredParcel } from './land/land-register';
export { LgspRegisterFacts } from './lgsp-register-facts';
export type { LookUpContext } from './look-up-context';
export { openRegisters, registerCatalogue, type Registers, type RegisterSettings } from './open-registers';
export {
  type CitizenQuestion,
  PopulationRegister,
  type RegisteredCitizen,
  type RegisteredPlace,
} from './population/population-register';
