import type { FastifyInstance } from 'fastify';
import { problem } from '@mocua/server/kernel';
import type { SentForm } from './page-forms';

/** A receipt has a few kilobytes; nothing else that people send to a page is long. */
export const formLimit = 128 * 1024;

/** Has the routes of a scope read forms as browsers send them without script, and nothing else. */
export function readForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: formLimit },
    (_request, body, done) => done(null, new Map(new URLSearchParams(String(body)))),
  );
  scope.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: formLimit },
    async (request: { headers: { 'content-type'?: string | undefined } }, body: Buffer | string) =>
      multipart(request.headers['content-type'] ?? '', body),
  );
}

async function multipart(type: string, body: Buffer | string): Promise<SentForm> {
  const sent = await new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: { 'content-type': type },
  })
    .formData()
    .catch(() => {
      throw problem('request.malformed');
    });
  const form = new Map<string, string>();
  for (const [name, value] of sent) form.set(name, typeof value === 'string' ? value : await value.text());
  return form;
}
