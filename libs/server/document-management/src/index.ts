export { DocumentManagementModule } from './document-management.module';
export { DocumentStepsModule } from './document-steps.module';
export { SettleSubmissions } from './application/settle-submissions';
export { SubmitDraft } from './application/submit-draft';
export { SubmittedFileReferences } from './persistence/submitted-file-references';
export type { IssuedFileFacts, NewsContent, OutgoingNews } from './domain/outgoing-news';
export { DocumentManagement, DocumentManagementFailure } from './ports';
export type { DraftFileToSubmit, DraftToSubmit, Verdict, WireMessage } from './ports';
