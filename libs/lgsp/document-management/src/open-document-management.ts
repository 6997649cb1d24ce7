import type { AllowedAddresses } from '@mocua/lgsp/client';
import { type PartnerConnection, Partners } from '@mocua/lgsp/handover';
import { DocumentManagementClient } from './document-management-client';
import { DocumentOperations } from './operations';

/** The address is empty where no system is connected. */
export type DocumentManagementConnection = PartnerConnection;

/** Opens the way to the document management system. @param allowed - what this process may call */
export function openDocumentManagement(
  connection: DocumentManagementConnection,
  allowed: AllowedAddresses,
): DocumentManagementClient {
  const { url, secret } = connection;
  if (url === '') return new DocumentManagementClient(null, secret, () => Promise.resolve());
  const partners = new Partners('document-management', connection, allowed);
  const { line, service } = partners.open('document-management', '');
  const connected = { line, operations: new DocumentOperations(service) };
  return new DocumentManagementClient(connected, secret, () => partners.close());
}
