import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { mirrorMessage, RecordMirrorEvent } from '@mocua/server/dossier';

/**
 * Hands facts from another system to the mirror: a file with one message or a list of them. All are read before the first
 * is kept, so that a broken file keeps nothing.
 */
export async function pushMirrorEvents(domains: INestApplicationContext, file: string): Promise<number> {
  const content = JSON.parse(await readFile(file, 'utf8')) as unknown;
  const read = mirrorMessage.array().safeParse(Array.isArray(content) ? content : [content]);
  if (!read.success) {
    for (const { path, message } of read.error.issues) console.error(`${path.join('.')}: ${message}`);
    return 1;
  }
  let added = 0;
  for (const message of read.data) {
    if (await domains.get(RecordMirrorEvent).execute(message)) added += 1;
  }
  console.log(`${added} of ${read.data.length} facts are new.`);
  return 0;
}
