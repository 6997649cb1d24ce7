import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { decoratorsPlugin } from './decorators-plugin.mjs';

/**
 * Bundles our own code of a server program into one ES module; npm packages stay outside. Assets are not bundled: the
 * code reads them below the workspace folder, from the bundle as from the sources. Names that esbuild changes stay changed:
 * to keep them it wraps every closure, which costs a filing some of its time, and nothing is found by the name of a class.
 * @param {{ root: string, entry: string, outFile: string }} wish paths relative to root
 */
export async function bundleServer({ root, entry, outFile }) {
  await rm(join(root, outFile), { force: true });
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: outFile,
    tsconfig: join(root, 'tsconfig.base.json'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [decoratorsPlugin],
  });
}
