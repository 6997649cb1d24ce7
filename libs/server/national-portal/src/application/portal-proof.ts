import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@mocua/server/kernel';

/** Whether a message was sent by who holds the key of the national portal. */
@Injectable()
export class PortalProof {
  constructor(private readonly config: Config) {}

  /** @param authorization - header as it came */
  holds(authorization: string | undefined): boolean {
    const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
    const expected = `Bearer ${this.config.nationalPortal.secret}`;
    return timingSafeEqual(digest(authorization ?? ''), digest(expected));
  }
}
