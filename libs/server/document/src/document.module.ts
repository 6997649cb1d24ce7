import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Clock, Config, Database } from '@mocua/server/kernel';
import { KeyRing } from '@mocua/server/personal-data';
import { PrintedDocuments } from './application/printed-documents';
import { FileIndex } from './files/file-index';
import { FileStore } from './files/file-store';
import { LocalFileStore } from './files/local-file-store';
import { ReceiveFile } from './files/receive-file';
import { DocumentPrinter } from './printing/document-printer';
import { ReceiptSigner } from './receipts/receipt-signer';

/** Files, printed documents and signed receipts, without routes. */
@Global()
@Module({
  providers: [
    {
      provide: FileStore,
      useFactory: (config: Config, keys: KeyRing) => new LocalFileStore(join(config.dataDir, 'files'), keys),
      inject: [Config, KeyRing],
    },
    { provide: FileIndex, useFactory: (database: Database) => new FileIndex(database), inject: [Database] },
    {
      provide: ReceiveFile,
      useFactory: (store: FileStore, index: FileIndex, clock: Clock, config: Config) =>
        new ReceiveFile(store, index, clock, config),
      inject: [FileStore, FileIndex, Clock, Config],
    },
    { provide: DocumentPrinter, useFactory: () => new DocumentPrinter() },
    {
      provide: PrintedDocuments,
      useFactory: (
        database: Database,
        printer: DocumentPrinter,
        store: FileStore,
        index: FileIndex,
        clock: Clock,
      ) => new PrintedDocuments(database, printer, store, index, clock),
      inject: [Database, DocumentPrinter, FileStore, FileIndex, Clock],
    },
    {
      provide: ReceiptSigner,
      useFactory: (config: Config) => ReceiptSigner.open(join(config.dataDir, 'keys')),
      inject: [Config],
    },
  ],
  exports: [FileStore, FileIndex, ReceiveFile, DocumentPrinter, PrintedDocuments, ReceiptSigner],
})
export class DocumentModule {}
