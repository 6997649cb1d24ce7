export { DocumentManagementClient } from './document-management-client';
export { openDocumentManagement } from './open-document-management';
export type { DocumentManagementConnection } from './open-document-management';
