export { DocumentManagementModule } from './document-management.module';
export { DocumentStepsModule } from './document-steps.module';
export { SettleSubmissions } from './application/settle-submissions';
export { SubmitDraft } from './application/submit-draft';
export { SubmittedFileReferences } from './persistence/submitted-file-references';
export type { OutgoingNews } from './domain/outgoing-news';
export { DocumentManagement } from './ports';
export type { DraftToSubmit } from './ports';
