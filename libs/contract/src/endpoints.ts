import * as assisted from './assisted/endpoints';
import * as catalogue from './catalogue/endpoints';
import * as content from './content/endpoints';
import * as dataStore from './data-store/endpoints';
import * as profile from './data-store/profile-endpoints';
import * as unitSharing from './data-store/unit-sharing-endpoints';
import * as dossier from './dossier/endpoints';
import * as eligibility from './eligibility/endpoints';
import * as fees from './fees/endpoints';
import * as filing from './filing/endpoints';
import * as filingFiles from './filing/file-endpoints';
import * as kiosk from './kiosk/endpoints';
import * as mine from './mine/endpoints';
import * as mirror from './mirror/endpoints';
import * as nationalPortal from './national-portal/endpoints';
import * as officer from './officer/endpoints';
import * as delivery from './delivery/endpoints';
import * as payment from './payment/endpoints';
import * as personalData from './personal-data/endpoints';
import * as provider from './provider/endpoints';
import * as origins from './origins/endpoints';
import * as partners from './provider/management-endpoints';
import * as recordReview from './record-review/endpoints';
import * as documentManagement from './document-management/endpoints';
import * as outbound from './outbound/endpoints';
import * as reporting from './reporting/endpoints';
import * as sector from './sector/endpoints';
import * as session from './session/endpoints';
import * as signing from './signing/endpoints';
import * as tracking from './tracking/endpoints';

/** Every endpoint of the system by name. For the server, OpenAPI and tests; browsers import single descriptors. */
export const endpoints = {
  ...session,
  ...catalogue,
  ...eligibility,
  ...fees,
  ...filing,
  ...filingFiles,
  ...dossier,
  ...officer,
  ...recordReview,
  ...tracking,
  ...kiosk,
  ...content,
  ...mine,
  ...mirror,
  ...assisted,
  ...nationalPortal,
  ...personalData,
  ...dataStore,
  ...profile,
  ...unitSharing,
  ...delivery,
  ...origins,
  ...payment,
  ...signing,
  ...provider,
  ...partners,
  ...sector,
  ...reporting,
  ...outbound,
  ...documentManagement,
};
export type EndpointName = keyof typeof endpoints;
