import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleServer } from './src/bundle-server.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const name = process.argv[2] ?? '';
const folder = ['api', 'worker', 'sandbox'].includes(name)
  ? `apps/${name}`
  : ['mocua', 'bench'].includes(name)
    ? `tools/${name}`
    : undefined;
if (!folder) {
  console.error('usage: node tools/build/build-server.mjs api|worker|sandbox|mocua|bench');
  process.exit(2);
}
const entry = `${folder}/src/main.ts`;
if (!existsSync(join(root, entry))) {
  console.error(`${entry} does not exist`);
  process.exit(1);
}
try {
  await bundleServer({ root, entry, outFile: `dist/${folder}/main.js` });
} catch (error) {
  console.error(`${name} was not built: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  process.exit(1);
}
