import type { MocuaReply } from '@mocua/server/kernel';

/** Hands text out as a file that no browser opens by itself and nobody caches. */
export async function sendDownload(
  reply: MocuaReply,
  file: { readonly content: string; readonly mediaType: string; readonly name: string },
): Promise<void> {
  await reply
    .header('content-type', `${file.mediaType}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(file.content);
}
