import { Injectable } from '@nestjs/common';
import type { FeeDefinition, FormDefinition } from '@mocua/contract';
import { compileForm, type CompiledForm } from '@mocua/engine/eform';
import { type CompiledFees, compileFees } from '@mocua/engine/fees';
import { problem } from '@mocua/server/kernel';
import type { CatalogueEntry } from '../domain/catalogue-entry';
import type { PackageSource } from '../domain/package-source';
import type { PublishedProcedure, PublishedTask } from '../domain/procedure-package';
import { scopeOf } from '../domain/variable-scope';
import { PackageVersions, type StoredPackage, type VersionKey } from '../persistence/package-versions';

/** A procedure as lists and the search need it. */
export interface ListedProcedure extends VersionKey {
  readonly entry: CatalogueEntry;
}

/** Published versions kept in memory; some 100 kB each with their compiled forms. */
const keptVersions = 300;

/**
 * Published procedures, compiled once. A version never changes, so what was loaded stays right for ever; only the question
 * which version is in force goes to the database each time, because another process may have published since.
 */
@Injectable()
export class PublishedProcedures {
  private readonly compiled = new Map<string, Promise<PublishedProcedure>>();
  private readonly entries = new Map<string, CatalogueEntry>();

  constructor(private readonly versions: PackageVersions) {}

  /**
   * The version in force on a day.
   *
   * @param onDate - `YYYY-MM-DD` in Vietnam
   * @throws Problem `procedure.not-found`
   */
  async current(code: string, onDate: string): Promise<PublishedProcedure> {
    const found = await this.findCurrent(code, onDate);
    if (!found) throw problem('procedure.not-found', { code });
    return found;
  }

  /** The same, or null when no package is in force. */
  async findCurrent(code: string, onDate: string): Promise<PublishedProcedure | null> {
    const key = await this.versions.inForce(code, onDate);
    return key ? this.version(key.code, key.version) : null;
  }

  /**
   * One version, in force or not: a dossier stays on the version it was received under.
   *
   * @throws Problem `procedure.not-found`
   */
  version(code: string, version: number): Promise<PublishedProcedure> {
    const name = `${code} ${version}`;
    const known = this.compiled.get(name);
    if (known) return known;
    const loading = this.load(code, version);
    this.compiled.set(name, loading);
    const oldest = this.compiled.keys().next().value;
    if (this.compiled.size > keptVersions && oldest !== undefined) this.compiled.delete(oldest);
    // What could not be loaded must be asked for again; the caller gets the error from the promise itself.
    loading.catch(() => this.compiled.delete(name));
    return loading;
  }

  /** Every procedure in force on a day, by code. */
  async list(onDate: string): Promise<readonly ListedProcedure[]> {
    const keys = await this.versions.allInForce(onDate);
    const missing = keys.filter((key) => !this.entries.has(key.hash)).map((key) => key.hash);
    const loaded = missing.length > 0 ? await this.versions.entries(missing) : [];
    for (const { hash, entry } of loaded) this.entries.set(hash, entry);
    return keys.flatMap((key) => {
      const entry = this.entries.get(key.hash);
      return entry ? [{ code: key.code, version: key.version, hash: key.hash, entry }] : [];
    });
  }

  private async load(code: string, version: number): Promise<PublishedProcedure> {
    const stored = await this.versions.load(code, version);
    if (!stored) throw problem('procedure.not-found', { code });
    return toPublished(stored);
  }
}

function toPublished({ code, version, hash, content, process }: StoredPackage): PublishedProcedure {
  const tasks: Record<string, PublishedTask> = {};
  for (const task of content.tasks) {
    tasks[task.formId] = { ...task, compiledForm: task.form ? recompile(task.form) : null };
  }
  const {
    entry,
    form,
    components,
    rules,
    print,
    fees = null,
    eligibility = [],
    handovers = [],
    outgoing = [],
  } = content;
  return {
    code,
    version,
    hash,
    entry,
    form,
    compiledForm: recompile(form),
    components,
    process,
    tasks,
    rules,
    print,
    fees,
    compiledFees: fees && recompileFees(fees, content),
    eligibility,
    handovers,
    outgoing,
  };
}

/** A published form compiled when it was published; if it no longer does, the engine broke its promise. */
function recompile(form: FormDefinition): CompiledForm {
  const result = compileForm(form);
  if (!result.ok)
    throw new Error(
      `Published form ${form.id} does not compile any more: ${JSON.stringify(result.problems)}`,
    );
  return result.form;
}

function recompileFees(fees: FeeDefinition, { form, tasks, entry }: PackageSource): CompiledFees {
  const result = compileFees(fees, scopeOf([form, ...tasks.flatMap((task) => task.form ?? [])]));
  if (!result.ok)
    throw new Error(
      `Published fees of ${entry.code} do not compile any more: ${JSON.stringify(result.problems)}`,
    );
  return result.fees;
}
