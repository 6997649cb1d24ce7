import { Injectable } from '@nestjs/common';
import { Clock, Config } from '@mocua/server/kernel';
import { z } from 'zod';
import { SecretBox } from './secret-box';

/** How long a person may take at the identity provider. */
export const attemptLifetimeMs = 10 * 60_000;

const shape = z.strictObject({
  provider: z.enum(['vneid', 'sso']),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
  startedAt: z.int(),
});

/** What must be remembered while the browser is at the identity provider. */
export type LoginAttempt = z.output<typeof shape>;

/** Carries a log-in attempt in an encrypted cookie, so that no session exists before somebody has signed in. */
@Injectable()
export class LoginAttempts {
  private readonly box: SecretBox;

  constructor(
    private readonly clock: Clock,
    config: Config,
  ) {
    this.box = new SecretBox(config.oidcClientSecret, 'login-attempt');
  }

  seal(attempt: Omit<LoginAttempt, 'startedAt'>): string {
    return this.box
      .seal(JSON.stringify({ ...attempt, startedAt: this.clock.now().getTime() }))
      .toString('base64url');
  }

  /** Null when the cookie is missing, changed, or too old. */
  open(cookie: string | undefined): LoginAttempt | null {
    const plain = this.box.open(Buffer.from(cookie ?? '', 'base64url'));
    if (plain === null) return null;
    const attempt = shape.parse(JSON.parse(plain));
    const age = this.clock.now().getTime() - attempt.startedAt;
    return age >= 0 && age < attemptLifetimeMs ? attempt : null;
  }
}
