import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { UsageError } from './names.mjs';

/** Writes formatted files into a work tree and remembers which. */
export class WorkTree {
  /** @type {string[]} */
  changed = [];

  /** @param {string} root */
  constructor(root) {
    this.root = root;
  }

  /** @param {string} file */
  has(file) {
    return existsSync(join(this.root, file));
  }

  /** @param {string} file */
  read(file) {
    return readFileSync(join(this.root, file), 'utf8');
  }

  /**
   * @param {string} file
   * @param {string} text
   * @throws UsageError when it exists
   */
  async create(file, text) {
    if (this.has(file)) throw new UsageError(`${file} exists already.`);
    await this.#write(file, text);
  }

  /**
   * @param {string} file
   * @param {(text: string) => string} edit
   * @throws UsageError when the edit finds no place
   */
  async edit(file, edit) {
    const before = this.read(file);
    const after = edit(before);
    if (after === before) throw new UsageError(`${file} does not look as expected; nothing was added to it.`);
    await this.#write(file, after);
  }

  /**
   * @param {string} file
   * @param {string} text
   */
  async #write(file, text) {
    const path = join(this.root, file);
    const options = await resolveConfig(path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await format(text, { ...options, filepath: path }));
    this.changed.push(file);
  }
}
