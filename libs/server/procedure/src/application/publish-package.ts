import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { Clock } from '@mocua/server/kernel';
import { checkPackage, type PackageProblem } from '../domain/check-package';
import { PackageVersions, type VersionKey } from '../persistence/package-versions';
import { readPackageFolder } from './read-package-folder';

export type PublishResult =
  | { readonly ok: true; readonly outcome: 'published' | 'unchanged'; readonly key: VersionKey }
  | { readonly ok: false; readonly problems: readonly PackageProblem[] };

/** Checks a procedure package and publishes it as an immutable version. Publishing the same content again is harmless. */
@Injectable()
export class PublishPackage {
  constructor(
    private readonly versions: PackageVersions,
    private readonly clock: Clock,
  ) {}

  /** @param folder - for example `procedures/2.000908/v1` */
  async fromFolder(folder: string): Promise<PublishResult> {
    const read = await readPackageFolder(folder);
    return read.ok ? this.execute(read.source) : read;
  }

  async execute(source: unknown): Promise<PublishResult> {
    const result = await checkPackage(source);
    if (!result.ok) return result;
    const { source: content, process } = result.checked;
    const { code, version, effectiveFrom, effectiveTo } = content.entry;
    const key = { code, version, hash: hashOf(content) };
    const row = { ...key, content, process, effectiveFrom, effectiveTo, publishedAt: this.clock.iso() };
    if (await this.versions.add(row)) return { ok: true, outcome: 'published', key };
    const known = await this.versions.hashOf(code, version);
    if (known?.hash === key.hash) return { ok: true, outcome: 'unchanged', key };
    const message = {
      vi: `Phiên bản ${version} đã công bố với nội dung khác và không sửa được nữa. Hãy tăng số phiên bản.`,
      en: `Version ${version} is already published with other content and cannot be changed. Raise the version number.`,
    };
    return { ok: false, problems: [{ file: 'procedure.json', at: 'version', message }] };
  }
}

/** Over the canonical form (RFC 8785): spaces and the order of keys do not make another version. */
function hashOf(content: unknown): string {
  return createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex');
}
