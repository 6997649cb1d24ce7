import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  openSync,
  closeSync,
  fsyncSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { KeyRing, type KeyPurpose, type NamedKey, type StableKeyPurpose } from '../domain/key-ring';

const masterFile = z.strictObject({
  version: z.literal(1),
  /** Key that wraps new subject keys and files. */
  active: z.string(),
  /** Key behind blind indexes, PINs and file names; a change would need all of them computed anew. */
  stable: z.string(),
  keys: z.array(z.strictObject({ id: z.string(), createdAt: z.string(), secret: z.base64() })).min(1),
});
type MasterFile = z.output<typeof masterFile>;

/** Keys from `DATA_DIR/keys/master.json`, readable by the service account alone. */
export class FileKeyRing extends KeyRing {
  private readonly derived = new Map<string, KeyObject>();
  private readonly secrets: ReadonlyMap<string, Buffer>;

  private constructor(private readonly file: MasterFile) {
    super();
    this.secrets = new Map(file.keys.map((key) => [key.id, Buffer.from(key.secret, 'base64')]));
    for (const [id, secret] of this.secrets) {
      if (secret.length !== 32) throw new Error(`Master key ${id} must have 32 bytes.`);
    }
    for (const id of [file.active, file.stable]) {
      if (!this.secrets.has(id)) throw new Error(`The master key file names key ${id} but does not hold it.`);
    }
  }

  /**
   * Opens the ring, making it on the first run. Safe when several processes start at once: all end with the same keys.
   *
   * @param directory - the `keys` directory below DATA_DIR
   */
  static open(directory: string, now: string): FileKeyRing {
    const path = join(directory, 'master.json');
    const existing = readIfPresent(path);
    if (existing !== null) return new FileKeyRing(existing);
    const id = `k${now.slice(0, 10).replaceAll('-', '')}`;
    const secret = randomBytes(32).toString('base64');
    writeOnce(path, { version: 1, active: id, stable: id, keys: [{ id, createdAt: now, secret }] });
    const written = readIfPresent(path);
    if (written === null) throw new Error(`The master key file ${path} vanished after it was written.`);
    return new FileKeyRing(written);
  }

  override current(purpose: KeyPurpose): NamedKey {
    return { keyId: this.file.active, key: this.derive(purpose, this.file.active) };
  }

  override byId(purpose: KeyPurpose, keyId: string): KeyObject {
    return this.derive(purpose, keyId);
  }

  override stable(purpose: StableKeyPurpose): KeyObject {
    return this.derive(purpose, this.file.stable);
  }

  private derive(purpose: string, keyId: string): KeyObject {
    const name = `${purpose}/${keyId}`;
    const known = this.derived.get(name);
    if (known !== undefined) return known;
    const secret = this.secrets.get(keyId);
    if (secret === undefined) throw new Error(`No master key ${keyId}: is the right key file mounted?`);
    const key = createSecretKey(
      Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `mocua/${purpose}/1`, 32)),
    );
    this.derived.set(name, key);
    return key;
  }
}

function readIfPresent(path: string): MasterFile | null {
  try {
    return masterFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`The master key file ${path} cannot be used.`, { cause: error });
  }
}

/** Hard link instead of rename: it fails when another process was first, and never shows half a file. */
function writeOnce(path: string, content: MasterFile): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    writeSync(descriptor, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}
