import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** What a handler answered, held back. */
export interface CapturedAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Lets a handler answer as ever, but keeps the answer from the wire: the handler need not know that it was struck.
 * The response is given back its own methods once the handler has ended it.
 */
export function capture(response: ServerResponse): Promise<CapturedAnswer> {
  const pieces: Buffer[] = [];
  const keep = (chunk: unknown, encoding: unknown): void => {
    if (typeof chunk === 'string')
      pieces.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) pieces.push(Buffer.from(chunk));
  };
  const { writeHead, write, end, flushHeaders } = response;
  return new Promise((resolve) => {
    const overrides = {
      writeHead: (status: number, ...rest: unknown[]): ServerResponse => {
        response.statusCode = status;
        const headers = rest.find((part) => typeof part === 'object' && part !== null);
        for (const [name, value] of Object.entries((headers ?? {}) as OutgoingHttpHeaders))
          if (value !== undefined) response.setHeader(name, value);
        return response;
      },
      write: (chunk: unknown, encoding?: unknown, done?: unknown): boolean => {
        keep(chunk, encoding);
        for (const callback of [encoding, done]) if (typeof callback === 'function') callback();
        return true;
      },
      end: (chunk?: unknown, encoding?: unknown, done?: unknown): ServerResponse => {
        keep(chunk, encoding);
        Object.assign(response, { writeHead, write, end, flushHeaders });
        for (const callback of [chunk, encoding, done]) if (typeof callback === 'function') callback();
        resolve({
          status: response.statusCode,
          headers: { ...response.getHeaders() },
          body: Buffer.concat(pieces),
        });
        return response;
      },
      flushHeaders: (): void => undefined,
    };
    Object.assign(response, overrides);
  });
}

/** Takes off what a handler had set, so that another answer can be written. */
export function clearHeaders(response: ServerResponse): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
}
