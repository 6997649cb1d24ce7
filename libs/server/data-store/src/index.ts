export { DataStoreModule } from './data-store.module';
export { StoredPapersModule } from './stored-papers.module';
export { KeepArrivals } from './application/keep-arrivals';
export { KeepOwnPaper } from './application/keep-own-paper';
export { NoteArrivals } from './application/note-arrivals';
export { RevokeResult } from './application/revoke-result';
export { StoreOfPerson } from './application/store-of-person';
export { StoredPaperReferences } from './persistence/paper-references';
