import type { MocuaReply } from '@mocua/server/kernel';
import type { DownloadedFile } from '../application/download-attachment';

/** Streams a file so that no browser runs what is in it. */
export async function sendFile(reply: MocuaReply, file: DownloadedFile): Promise<void> {
  const name = encodeURIComponent(file.fileName).replaceAll("'", '%27');
  await reply
    .header('content-type', file.mediaType)
    .header('content-length', file.size)
    .header('content-disposition', `inline; filename*=UTF-8''${name}`)
    .header('x-content-type-options', 'nosniff')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; object-src 'self'; plugin-types application/pdf; sandbox",
    )
    .header('cache-control', 'private, no-store')
    .send(file.content);
}
