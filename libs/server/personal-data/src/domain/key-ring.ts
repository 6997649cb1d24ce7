import type { KeyObject } from 'node:crypto';

/** A key with the name under which it can be found again after a rotation. */
export interface NamedKey {
  readonly keyId: string;
  /** AES-256. */
  readonly key: KeyObject;
}

/** What a derived key is for; part of the derivation, so that no key serves two purposes. */
export type KeyPurpose = 'subject-wrapping' | 'file-content';

/** Purposes whose keys must not change with a rotation, because what they made is compared for equality. */
export type StableKeyPurpose =
  'blind-index' | 'tracking-pin' | 'file-name' | 'login-state' | 'webhook-signature' | 'reading-cut';

/**
 * Source of every symmetric key. The master key lies outside the database, so that a stolen database, or a backup of
 * it, opens nothing. Keys are derived by HKDF-SHA-256.
 */
export abstract class KeyRing {
  /** Key for new work. */
  abstract current(purpose: KeyPurpose): NamedKey;

  /**
   * Key of earlier work.
   *
   * @throws Error when the ring has no such key, which means that the wrong key file is mounted
   */
  abstract byId(purpose: KeyPurpose, keyId: string): KeyObject;

  /** Key that stays the same for the life of the installation. */
  abstract stable(purpose: StableKeyPurpose): KeyObject;
}
