import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPackage } from './src/build-package.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [library = '', outDir = join(root, 'dist', library)] = process.argv.slice(2);
if (!existsSync(join(root, library, 'tsconfig.package.json'))) {
  console.error('usage: node tools/build/build-package.mjs libs/lgsp/client [folder]');
  process.exit(2);
}
await buildPackage({ root, library, outDir });
