import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type CapturedAnswer, clearHeaders } from './captured-answer';
import type { FaultStep } from './fault-modes';

/** Writes an answer as the mode spoils it. */
type Spoil = (response: ServerResponse, answer: CapturedAnswer, step: FaultStep) => Promise<void> | void;

/** Pieces of an answer without end, and of one that drips. */
const floodPiece = Buffer.alloc(65_536, ' ');
const dripPieces = 8;

function sendAs(response: ServerResponse, { status, headers, body }: CapturedAnswer): void {
  clearHeaders(response);
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}

function retyped(answer: CapturedAnswer, mediaType: string, body: Buffer): CapturedAnswer {
  return { ...answer, headers: { ...answer.headers, 'content-type': mediaType }, body };
}

/** Windows-1258 as servers of its time sent it: one byte a letter, what it cannot say is a question mark. */
function inOldCharset(text: string): Buffer {
  return Buffer.from(
    [...text].map((sign) => ((sign.codePointAt(0) ?? 0) < 256 ? sign : '?')).join(''),
    'latin1',
  );
}

const endless: Spoil = async (response, { headers }) => {
  clearHeaders(response);
  response.writeHead(200, { 'content-type': headers['content-type'] ?? 'application/json' });
  let wake = (): void => undefined;
  response.on('drain', () => wake()).on('close', () => wake());
  while (!response.destroyed && response.socket !== null) {
    const goesOn = new Promise<void>((resolve) => (wake = resolve));
    if (!response.write(floodPiece)) await goesOn;
  }
};

const dripping: Spoil = async (response, { status, headers, body }, { delayMs }) => {
  clearHeaders(response);
  response.writeHead(status, { ...headers, 'content-length': body.length });
  const size = Math.max(1, Math.ceil(body.length / dripPieces));
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    response.write(body.subarray(at, at + size));
    await wait(Math.ceil(delayMs / dripPieces));
  }
  response.end();
};

/** Answers to a request that had its effect. */
export const spoiledAnswers = {
  'reply-lost': (response) => void response.socket?.resetAndDestroy(),
  'reply-hang': () => undefined,
  'reply-failed': (response) => sendPageOf(response, 502),
  truncated: (response, { status, headers, body }) => {
    clearHeaders(response);
    response.writeHead(status, { ...headers, 'content-length': body.length + 1 });
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.socket?.destroy());
  },
  'cut-json': (response, answer) =>
    sendAs(response, { ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length / 2)) }),
  empty: (response, answer) => sendAs(response, { ...answer, status: 200, body: Buffer.alloc(0) }),
  'wrong-charset': (response, answer) =>
    sendAs(
      response,
      retyped(answer, 'application/json; charset=windows-1258', inOldCharset(answer.body.toString('utf8'))),
    ),
  'broken-text': (response, answer) =>
    sendAs(response, {
      ...answer,
      body: Buffer.concat([
        answer.body.subarray(0, 1),
        Buffer.from([0xc3, 0x28, 0xff]),
        answer.body.subarray(1),
      ]),
    }),
  poison: (response, answer) =>
    sendAs(
      response,
      retyped(
        answer,
        'application/json; charset=utf-8',
        Buffer.from('{"error_code":"0","result":[[null,7]]}'),
      ),
    ),
  flood: endless,
  drip: dripping,
} as const satisfies Readonly<Partial<Record<FaultStep['mode'], Spoil>>>;

/** The page of a gateway that stands before the system. */
export function sendPageOf(response: ServerResponse, status: number): void {
  clearHeaders(response);
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      '<!doctype html><title>Hệ thống đang bảo trì</title><h1>Hệ thống đang bảo trì, vui lòng quay lại sau</h1>',
    );
}
