/**
 * Adds an empty migration after all others.
 * @param {import('./work-tree.mjs').WorkTree} tree
 * @param {import('./names.mjs').Name} name imperative, such as `add-fee-table`
 * @param {{ now: number, up?: string, down?: string }} options now in milliseconds
 */
export async function generateMigration(tree, name, { now, up = 'SELECT 1', down = 'SELECT 1' }) {
  const list = 'libs/server/database/src/migrations.ts';
  const last = Math.max(0, ...[...tree.read(list).matchAll(/(\d{13})-/gu)].map((match) => Number(match[1])));
  const stamp = String(Math.max(now, last + 1)).padStart(13, '0');
  const className = `${name.pascal}${stamp}`;
  await tree.create(
    `libs/server/database/src/migrations/${stamp}-${name.kebab}.ts`,
    `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  readonly name = '${className}';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`${up}\`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(\`${down}\`);
  }
}
`,
  );
  await tree.edit(list, (text) =>
    text
      .replace(
        /(\n\/\*\* Every migration)/u,
        `import { ${className} } from './migrations/${stamp}-${name.kebab}';\n$1`,
      )
      .replace(/,?\s*\];\s*$/u, `,\n  ${className},\n];\n`),
  );
}
