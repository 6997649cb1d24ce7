import { LgspFailure } from './failure';
import { kindOf } from './transport/failure-kind';
import type { WireAnswer } from './transport/transport';

/**
 * Reads a whole body as UTF-8.
 *
 * @param limit - bytes; one more is `too-large`
 * @throws LgspFailure `too-large`, `unreadable` for another charset or bytes that are no UTF-8, `timeout` or `broken` when it stops midway
 */
export async function readText(
  answer: WireAnswer,
  service: string,
  limit: number,
  signal?: AbortSignal,
): Promise<string> {
  const charset = /charset="?([\w-]+)/iu.exec(answer.headers['content-type'] ?? '')?.[1]?.toLowerCase();
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of answer.body) {
      size += (piece as Buffer).length;
      if (size > limit) {
        answer.body.destroy();
        throw new LgspFailure('too-large', service, { status: answer.status });
      }
      pieces.push(piece as Buffer);
    }
  } catch (error) {
    if (error instanceof LgspFailure) throw error;
    throw new LgspFailure(kindOf(error, signal ?? neverAborted), service, {
      status: answer.status,
      cause: error,
    });
  }
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8' && charset !== 'us-ascii')
    throw new LgspFailure('unreadable', service, { status: answer.status });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)).normalize('NFC');
  } catch (cause) {
    throw new LgspFailure('unreadable', service, { status: answer.status, cause });
  }
}

const neverAborted = new AbortController().signal;
