import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Handler } from '../web/exchange';
import { capture, clearHeaders } from './captured-answer';
import type { FaultMode, FaultStep } from './fault-modes';
import type { Faults } from './faults';
import { readWhole, replayOf, unreadResponse } from './replayed-request';
import { sendPageOf, spoiledAnswers } from './spoiled-answers';

interface Exchange {
  readonly area: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
  /** Lets the area's own handler answer; it never throws. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Answers of requests that never reached their handler. */
const before: Readonly<Partial<Record<FaultMode, (response: ServerResponse) => void>>> = {
  down: (response) => void response.writeHead(503, { 'content-type': 'text/plain' }).end('down'),
  error: (response) =>
    void response
      .writeHead(500, { 'content-type': 'application/json; charset=utf-8' })
      .end('{"error_code":"-1","message":"Lỗi hệ thống"}'),
  'bad-gateway': (response) => sendPageOf(response, 502),
  'gateway-timeout': (response) => sendPageOf(response, 504),
  throttled: (response) =>
    void response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '1' }).end('{}'),
  unauthorised: (response) =>
    void response
      .writeHead(401, {
        'content-type': 'application/json',
        'www-authenticate': 'Bearer error="invalid_token"',
      })
      .end('{"error":"invalid_token"}'),
  html: (response) => sendPageOf(response, 200),
  redirect: (response) =>
    void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  hang: () => undefined,
  cut: (response) => void response.destroy(),
  reset: (response) => void response.socket?.resetAndDestroy(),
  // Over plain HTTP there is no certificate; what the caller meets is the same: no exchange at all.
  'expired-certificate': (response) => void response.socket?.destroy(),
};

/** Gives a request to its handler, before or after whose work the area's scripted fault comes in. */
export async function underFaults(
  faults: Faults,
  area: string,
  handler: Handler,
  refuse: (response: ServerResponse, error: unknown) => void,
  [request, response, url]: readonly [IncomingMessage, ServerResponse, URL],
): Promise<void> {
  const handle: Exchange['handle'] = async (incoming, outgoing) => {
    try {
      await handler(incoming, outgoing, url);
    } catch (error) {
      refuse(outgoing, error);
    }
  };
  if (!faults.hasScript(area)) {
    await handle(request, response);
    faults.release(area);
    return;
  }
  const body = await readWhole(request);
  const exchange: Exchange = { area, request, response, body, handle };
  const step = faults.take(area, { path: `${url.pathname}${url.search}`, body: body.toString('utf8') });
  if (step === undefined) await pass(exchange);
  else await strike(faults, exchange, step);
  if (step?.mode !== 'reorder' && step?.mode !== 'late-duplicate') faults.release(area);
}

async function strike(
  faults: Faults,
  exchange: Exchange,
  step: FaultStep & { readonly mode: FaultMode },
): Promise<void> {
  const { area, request, response, body, handle } = exchange;
  const answerBefore = before[step.mode];
  if (answerBefore !== undefined) return answerBefore(response);
  if (step.mode in spoiledAnswers) {
    const captured = capture(response);
    await handle(replayOf(request, body), response);
    const answer = await captured;
    clearHeaders(response);
    return spoiledAnswers[step.mode as keyof typeof spoiledAnswers](response, answer, step);
  }
  switch (step.mode) {
    case 'slow':
      await wait(step.delayMs);
      return pass(exchange);
    case 'duplicate':
      await again(exchange);
      return pass(exchange);
    case 'late-duplicate':
      await pass(exchange);
      void faults.held(area, step.delayMs).then(() => again(exchange));
      return;
    case 'reorder':
      if (faults.isHolding(area)) {
        await pass(exchange);
        return faults.release(area);
      }
      await faults.held(area, step.delayMs);
      return pass(exchange);
    default:
      throw new Error(`The mode ${step.mode} does nothing.`);
  }
}

function pass({ request, response, body, handle }: Exchange): Promise<void> {
  return handle(replayOf(request, body), response);
}

async function again({ request, body, handle }: Exchange): Promise<void> {
  const response = unreadResponse(request);
  const done = capture(response);
  await handle(replayOf(request, body), response);
  await done;
}
