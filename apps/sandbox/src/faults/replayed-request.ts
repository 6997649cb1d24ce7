import { IncomingMessage, ServerResponse } from 'node:http';
import { RequestError } from '../web/exchange';

const largestReplay = 32 * 1024 * 1024;

/** Reads the whole body, so that the request can be given to a handler once, twice or later. */
export async function readWhole(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > largestReplay) throw new RequestError(413, 'the body is too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The same request once more, with its body still to be read. */
export function replayOf(original: IncomingMessage, body: Buffer): IncomingMessage {
  const { socket, method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } =
    original;
  const again = new IncomingMessage(socket);
  Object.assign(again, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, complete: true });
  again.headers = headers;
  again.rawHeaders = rawHeaders;
  if (body.length > 0) again.push(body);
  again.push(null);
  return again;
}

/** A response that nobody reads: where a gateway delivers a request again, its caller has long gone. */
export function unreadResponse(request: IncomingMessage): ServerResponse {
  return new ServerResponse(request);
}
