import { agency, endpoint, publicAccess } from '../kernel/endpoint';
import { providerExamples } from './examples';
import type * as schemas from './schemas';

/** What every service answers to a token that is not good for it. */
const refusals = ['agency.token-required', 'agency.scope-missing', 'request.too-many'] as const;

export const issueAgencyToken = endpoint<typeof schemas.issueAgencyTokenSchemas>({
  name: 'issueAgencyToken',
  method: 'POST',
  path: '/provider/token',
  summary: 'Access token for a system of another agency (OAuth 2.0 client credentials, client_secret_basic)',
  access: publicAccess,
  media: 'oauth',
  problems: [
    'agency.client-unknown',
    'agency.grant-unsupported',
    'agency.scope-not-granted',
    'request.too-many',
  ],
  example: providerExamples.token,
});
export const listProvidedProcedures = endpoint<typeof schemas.listProvidedProceduresSchemas>({
  name: 'listProvidedProcedures',
  method: 'GET',
  path: '/provider/procedures',
  summary: 'Procedures in force, page by page',
  access: agency('procedures:read'),
  problems: [...refusals],
  example: providerExamples.procedures,
});
export const getProvidedDossier = endpoint<typeof schemas.getProvidedDossierSchemas>({
  name: 'getProvidedDossier',
  method: 'GET',
  path: '/provider/dossiers/:code',
  summary: 'Where a dossier is; the person sees that it was asked',
  access: agency('dossiers:read'),
  problems: [...refusals, 'agency.dossier-not-found'],
  example: providerExamples.dossier,
});
export const verifyProvidedResult = endpoint<typeof schemas.verifyProvidedResultSchemas>({
  name: 'verifyProvidedResult',
  method: 'POST',
  path: '/provider/result-verifications',
  summary: 'Whether a receipt or a printed document was issued here and is unchanged',
  access: agency('results:verify'),
  problems: [...refusals],
  example: providerExamples.result,
});
export const getProvidedStatistics = endpoint<typeof schemas.getProvidedStatisticsSchemas>({
  name: 'getProvidedStatistics',
  method: 'GET',
  path: '/provider/statistics',
  summary: 'Open and overdue work by unit, and what procedures really take',
  access: agency('statistics:read'),
  problems: [...refusals],
  example: providerExamples.statistics,
});
export const submitProvidedDossier = endpoint<typeof schemas.submitProvidedDossierSchemas>({
  name: 'submitProvidedDossier',
  method: 'POST',
  path: '/provider/dossiers',
  summary: 'Files a dossier for a person; safe to repeat with the same external code',
  access: agency('dossiers:submit'),
  problems: [
    ...refusals,
    'procedure.not-found',
    'procedure.not-local',
    'procedure.organisation-only',
    'agency.external-code-reused',
    'eform.invalid',
    'unit.not-found',
    'attachment.unknown-component',
    'attachment.missing',
    'attachment.too-many',
    'attachment.too-large',
    'attachment.type-refused',
    'attachment.empty',
    'register.waiting',
    'privacy.value-without-basis',
    'draft.stale',
  ],
  example: providerExamples.submission,
});
export const listOwnDeliveries = endpoint<typeof schemas.listOwnDeliveriesSchemas>({
  name: 'listOwnDeliveries',
  method: 'GET',
  path: '/provider/webhook-deliveries',
  summary: 'What was sent to the webhooks of the asking system, newest first',
  access: agency('webhooks'),
  problems: [...refusals],
  example: providerExamples.deliveries,
});
export const replayOwnDelivery = endpoint<typeof schemas.replayOwnDeliverySchemas>({
  name: 'replayOwnDelivery',
  method: 'POST',
  path: '/provider/webhook-deliveries/:deliveryId/replay',
  summary: 'Sends an event again; asked twice, it waits once',
  access: agency('webhooks'),
  problems: [...refusals, 'agency.delivery-not-found', 'agency.subscription-ended'],
});
