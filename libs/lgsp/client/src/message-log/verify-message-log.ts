import { type KeyObject, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOfExchange, sealedBytes } from './entry';
import { logFiles, readLines } from './file-message-log';

export interface MessageLogFault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly fault: 'unreadable' | 'changed' | 'gap' | 'forged-seal';
}

export interface MessageLogCheck {
  readonly exchanges: number;
  /** Number of the last exchange that a seal vouches for. */
  readonly sealedUpTo: number;
  readonly faults: readonly MessageLogFault[];
}

/**
 * Reads a whole log and checks hashes, order and seals. Where retention has taken the beginning, the chain is taken up at
 * the first line that is left.
 *
 * @param key - public Ed25519 key of the seals
 */
export async function verifyMessageLog(directory: string, key: KeyObject): Promise<MessageLogCheck> {
  const faults: MessageLogFault[] = [];
  let last: { seq: number; hash: string } | null = null;
  let exchanges = 0;
  let sealedUpTo = 0;
  for (const file of await logFiles(directory)) {
    for (const [at, line] of readLines(await readFile(join(directory, file), 'utf8')).entries()) {
      const found = (fault: MessageLogFault['fault']): number => faults.push({ file, line: at + 1, fault });
      if (line === null) {
        found('unreadable');
      } else if (line.type === 'exchange') {
        exchanges += 1;
        if (hashOfExchange(line.prevHash, line.seq, line.exchange) !== line.hash) found('changed');
        else if (last !== null && (line.prevHash !== last.hash || line.seq !== last.seq + 1)) found('gap');
        last = { seq: line.seq, hash: line.hash };
      } else {
        const signature = Buffer.from(line.signature, 'base64url');
        const signed = verify(null, sealedBytes(line.seq, line.at, line.hash), key, signature);
        if (!signed) found('forged-seal');
        else if (last !== null && (last.seq !== line.seq || last.hash !== line.hash)) found('gap');
        else sealedUpTo = line.seq;
      }
    }
  }
  return { exchanges, sealedUpTo, faults };
}
