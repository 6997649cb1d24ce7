import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

/**
 * Builds a library as a package that stands alone: one ES module, its types, and what a package carries. What it needs
 * stays outside, as its package.json says.
 * @param {{ root: string, library: string, outDir: string }} wish library: its folder below root; outDir: emptied first
 */
export async function buildPackage({ root, library: folder, outDir }) {
  const library = join(root, folder);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [join(library, 'src/index.ts')],
    outfile: join(outDir, 'index.js'),
    tsconfig: join(root, 'tsconfig.base.json'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  await emitTypes(root, library, join(outDir, 'types'));
  for (const name of ['package.json', 'README.md', 'CHANGELOG.md'])
    await copyFile(join(library, name), join(outDir, name));
  for (const name of ['LICENSE', 'NOTICE']) await copyFile(join(root, name), join(outDir, name));
}

/**
 * @param {string} root
 * @param {string} library
 * @param {string} outDir
 */
async function emitTypes(root, library, outDir) {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const project = join(library, 'tsconfig.package.json');
  await promisify(execFile)(process.execPath, [compiler, '-p', project, '--outDir', outDir]);
  for (const entry of await readdir(outDir, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.d.ts')) continue;
    const path = join(entry.parentPath, entry.name);
    const text = await readFile(path, 'utf8');
    // Node's resolution wants the whole name of a file; the sources leave its ending out.
    await writeFile(path, text.replace(/(from\s+|import\()'(\.{1,2}\/[^']+)'/gu, "$1'$2.js'"));
  }
}
