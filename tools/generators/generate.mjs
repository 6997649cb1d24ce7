// `npm run generate -- slice <domain> <use-case> | domain <name> | migration <name>`: files in the shape of the house.
import { ROOT, underPinnedNode } from '../bootstrap/src/pinned-node.mjs';

if (await underPinnedNode()) {
  const { nameFrom, UsageError } = await import('./src/names.mjs');
  const { WorkTree } = await import('./src/work-tree.mjs');
  const { generateDomain } = await import('./src/domain.mjs');
  const { generateMigration } = await import('./src/migration.mjs');
  const { generateSlice } = await import('./src/slice.mjs');

  const [kind, ...names] = process.argv.slice(2);
  const tree = new WorkTree(process.env['MOCUA_GENERATE_IN'] ?? ROOT);
  const now = Date.now();
  try {
    /** @type {string[]} */
    let left = [];
    if (kind === 'slice') left = await generateSlice(tree, nameFrom(names[0]), nameFrom(names[1]));
    else if (kind === 'domain') left = await generateDomain(tree, nameFrom(names[0]), { now });
    else if (kind === 'migration') await generateMigration(tree, nameFrom(names[0]), { now });
    else throw new UsageError('usage: generate slice <domain> <use-case> | domain <name> | migration <name>');
    console.log(['Written:', ...tree.changed.map((file) => `  ${file}`)].join('\n'));
    if (left.length > 0) console.log(['Left to you:', ...left.map((line) => `  - ${line}`)].join('\n'));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
