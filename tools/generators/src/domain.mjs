import { generateMigration } from './migration.mjs';

/**
 * Adds a domain library of the server with its own PostgreSQL schema.
 * @param {import('./work-tree.mjs').WorkTree} tree
 * @param {import('./names.mjs').Name} name
 * @param {{ now: number }} options
 * @returns {Promise<string[]>} what is left to do by hand
 */
export async function generateDomain(tree, name, { now }) {
  const folder = `libs/server/${name.kebab}`;
  const schema = name.kebab.replaceAll('-', '_');
  await tree.create(
    `${folder}/project.json`,
    JSON.stringify({
      name: `server-${name.kebab}`,
      $schema: '../../../node_modules/nx/schemas/project-schema.json',
      projectType: 'library',
      sourceRoot: `${folder}/src`,
      tags: ['type:domain', `scope:${name.kebab}`, 'platform:server'],
      targets: { lint: {}, typecheck: { command: `tsc -p ${folder}/tsconfig.json` } },
    }),
  );
  await tree.create(
    `${folder}/tsconfig.json`,
    JSON.stringify({ extends: '../../../tsconfig.server.json', include: ['src/**/*.ts', 'test/**/*.ts'] }),
  );
  await tree.create(`${folder}/README.md`, readmeFile(name, folder));
  await tree.create(
    `${folder}/src/${name.kebab}.module.ts`,
    `import { Module } from '@nestjs/common';

@Module({ controllers: [], providers: [], exports: [] })
export class ${name.pascal}Module {}
`,
  );
  await tree.create(
    `${folder}/src/index.ts`,
    `export { ${name.pascal}Module } from './${name.kebab}.module';\n`,
  );
  await tree.edit('tsconfig.base.json', (text) =>
    text.replace(
      /(\n\s*"@mocua\/testing")/u,
      `\n      "@mocua/server/${name.kebab}": ["./${folder}/src/index.ts"],$1`,
    ),
  );
  await tree.edit('tools/eslint-rules/src/module-boundaries.mjs', (text) =>
    text.replace(/(DOMAIN_GRAPH = \{[^}]*)\n\};/u, `$1\n  '${name.kebab}': ['identity'],\n};`),
  );
  await generateMigration(
    tree,
    { ...name, kebab: `create-${name.kebab}`, pascal: `Create${name.pascal}` },
    { now, up: `CREATE SCHEMA IF NOT EXISTS ${schema};`, down: `DROP SCHEMA ${schema} CASCADE` },
  );
  return [
    `import ${name.pascal}Module in apps/api and apps/worker`,
    `say in ${folder}/README.md what the domain owns`,
  ];
}

/**
 * @param {import('./names.mjs').Name} name
 * @param {string} folder
 */
function readmeFile(name, folder) {
  return `# server-${name.kebab}

Owns …

- Main types: …
- Invariants: …
- May be imported by: nobody yet (see \`DOMAIN_GRAPH\` in \`tools/eslint-rules/src/module-boundaries.mjs\`).
- Test: \`npx jest ${folder}\` with the Node flag \`--experimental-vm-modules\`.
`;
}
