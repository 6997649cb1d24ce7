import { join } from 'node:path';
import { workspaceRoot } from '@mocua/server/kernel';
import { readPackageFolder } from '../src/application/read-package-folder';
import type { PackageSource } from '../src/domain/package-source';

export const proceduresFolder = join(workspaceRoot(), 'procedures');

export function folderOf(name: string): string {
  return join(proceduresFolder, name);
}

/** A fresh, changeable copy of the package every test starts from. */
export async function aPackage(
  change: (source: Changeable<PackageSource>) => void = () => undefined,
  name = '2.000908/v1',
): Promise<PackageSource> {
  const read = await readPackageFolder(folderOf(name));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const source = structuredClone(read.source) as unknown as Changeable<PackageSource>;
  change(source);
  return source as PackageSource;
}

export type Changeable<T> = T extends readonly (infer Item)[]
  ? Changeable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Changeable<T[Key]> }
    : T;
