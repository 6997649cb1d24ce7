import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@mocua/server/kernel';
import { FileKeyRing } from '@mocua/server/personal-data';
import { MovingClock, startTestDatabase, type TestDatabase } from '@mocua/testing';
import {
  type DocumentKey,
  PrintedDocumentReferences,
  PrintedDocuments,
} from '../src/application/printed-documents';
import { FileIndex } from '../src/files/file-index';
import { LocalFileStore } from '../src/files/local-file-store';
import { SweepFiles } from '../src/files/sweep-files';
import { DocumentPrinter } from '../src/printing/document-printer';
import { aForm01, aPerson } from './print-data.builder';

let db: TestDatabase;
let store: LocalFileStore;
let documents: PrintedDocuments;
const clock = new MovingClock('2026-11-23T02:05:00Z');

beforeAll(async () => {
  db = await startTestDatabase();
  const root = mkdtempSync(join(tmpdir(), 'mocua-printed-'));
  store = new LocalFileStore(join(root, 'files'), FileKeyRing.open(join(root, 'keys'), clock.iso()));
  documents = new PrintedDocuments(
    db.database,
    new DocumentPrinter(),
    store,
    new FileIndex(db.database),
    clock,
  );
});
afterAll(() => db.close());

function aKey(): DocumentKey<'form-01'> {
  return { documentId: newId(), dossierId: newId(), kind: 'form-01', eventSeq: 2 };
}
const of = (name: string) => () => Promise.resolve(aForm01({ submitter: aPerson({ name }) }));

describe('printing once', () => {
  it('keeps the first paper, whatever the data are later', async () => {
    const key = aKey();
    const first = await documents.printOnce(key, of('Nguyễn Thị Ưởng'));
    const again = await documents.printOnce(key, of('Một người khác'));
    expect(again).toEqual(first);
    expect(first.documentId).toBe(key.documentId);
    expect((await buffer(await documents.open(first))).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await documents.listOf(key.dossierId)).map((each) => each.sha256)).toEqual([first.sha256]);
  });

  it('gives all who print at the same moment the same paper', async () => {
    const key = aKey();
    const printed = await Promise.all(
      Array.from({ length: 6 }, (_, i) => documents.printOnce(key, of(`Người ${i}`))),
    );
    expect(new Set(printed.map((each) => each.sha256)).size).toBe(1);
    await buffer(await store.open(printed[0]?.sha256 ?? ''));
  });

  it('asks for no data when the paper is there', async () => {
    const key = aKey();
    await documents.printOnce(key, of('Nguyễn Thị Ưởng'));
    await documents.printOnce(key, () => Promise.reject(new Error('asked')));
  });

  it('leaves papers to the sweep only once their dossier was forgotten', async () => {
    const key = aKey();
    const paper = await documents.printOnce(key, of('Vàng Mí Sò'));
    clock.advance({ hours: 2 });
    const sweep = new SweepFiles(store, new FileIndex(db.database), [
      new PrintedDocumentReferences(db.database),
    ]);
    await sweep.execute(clock.now());
    await buffer(await documents.open(paper));
    expect(await documents.forget(key.dossierId)).toBe(1);
    await sweep.execute(clock.now());
    await expect(documents.open(paper)).rejects.toThrow('no such file');
  });
});
