import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { JWK } from 'oidc-provider';

/** Signing key and cookie keys of one provider. */
export interface ProviderKeys {
  readonly jwks: { readonly keys: JWK[] };
  readonly cookieKeys: string[];
}

/** Reads the keys of a provider; the first start makes them, so that tokens survive a restart. */
export async function loadKeys(path: string): Promise<ProviderKeys> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(JSON.stringify(newKeys()));
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return JSON.parse(await readFile(path, 'utf8')) as ProviderKeys;
}

function newKeys(): ProviderKeys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(8).toString('hex');
  return {
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' } as JWK] },
    cookieKeys: [randomBytes(32).toString('base64url')],
  };
}
