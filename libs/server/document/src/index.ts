export { DocumentModule } from './document.module';
export { ReceiptController } from './http/receipt.controller';
export { ReceiptSigner } from './receipts/receipt-signer';
export type { SignedReceipt, SigningKey } from './receipts/receipt-signer';
export { FileNotStored, FileStore, StagingFailure } from './files/file-store';
export type { StagedFile } from './files/file-store';
export { LocalFileStore } from './files/local-file-store';
export { FileIndex } from './files/file-index';
export type { ReceivedFile } from './files/file-index';
export { presentableFileName } from './files/file-kind';
export { ReceiveFile } from './files/receive-file';
export type { IncomingFile } from './files/receive-file';
export { FileReferences, SweepFiles } from './files/sweep-files';
export { PrintedDocumentReferences, PrintedDocuments } from './application/printed-documents';
export type { DocumentKey, DraftFile, PrintedDocument } from './application/printed-documents';
export { currentTemplates, DocumentPrinter } from './printing/document-printer';
export type { GeneralResultData, GeneralResultKind } from './printing/general-result';
export type {
  DocumentKind,
  Form01Data,
  Form02Data,
  Form03Data,
  PaymentReceiptData,
  PrintData,
  PrintedComponent,
  PrintedPerson,
  PrintedSigner,
  PrintHead,
  RegisterCopyData,
  ResultData,
  SubmissionReceiptData,
} from './printing/print-data';
