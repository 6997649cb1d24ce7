import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workspaceRoot } from '@mocua/server/kernel';

const root = workspaceRoot();
const copied = [
  'libs',
  'tools/eslint-rules',
  'tools/local-postgres',
  'tools/processes',
  'tsconfig.base.json',
  'tsconfig.server.json',
  '.prettierrc.json',
  'nx.json',
];

describe('the generators', () => {
  let copy = '';
  beforeAll(() => {
    mkdirSync(join(root, 'tmp'), { recursive: true });
    copy = mkdtempSync(join(root, 'tmp', 'generated-'));
    for (const path of copied) cpSync(join(root, path), join(copy, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const run = (script: string, args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, MOCUA_GENERATE_IN: copy, NODE_OPTIONS: '' },
    });
    return { status, output: `${stdout}${stderr}` };
  };
  const generate = (...args: string[]) => run('tools/generators/generate.mjs', args);
  const written = (output: string) =>
    [...output.matchAll(/^ {2}(\S+\.ts)$/gmu)].map((match) => match[1] ?? '');

  it('make a domain, a slice in it, a slice in an old domain and a migration that pass types and format', () => {
    const outputs = [
      generate('domain', 'appeal-board'),
      generate('slice', 'appeal-board', 'hear-appeal'),
      generate('slice', 'dossier', 'note-visit'),
      generate('migration', 'add-appeal-table'),
    ];
    expect(outputs.filter(({ status }) => status !== 0)).toEqual([]);

    const types = run('node_modules/typescript/bin/tsc', ['-p', 'libs/server/appeal-board/tsconfig.json']);
    expect(types).toEqual({ status: 0, output: '' });
    const files = outputs.flatMap(({ output }) => written(output));
    expect(files).toContain('libs/server/dossier/src/application/note-visit.ts');
    expect(run('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', ...files])).toEqual({
      status: 0,
      output: '',
    });
    expect(readFileSync(join(copy, 'libs/server/database/src/migrations.ts'), 'utf8')).toMatch(
      /AddAppealTable\d{13},\n\];/u,
    );
  }, 240_000);

  it('refuse names of another form, files that exist and domains that do not', () => {
    expect(generate('migration', 'AddTable')).toMatchObject({ status: 2 });
    expect(generate('domain', 'dossier').output).toContain('exists already');
    expect(generate('slice', 'nowhere', 'do-something').output).toContain('does not exist');
  }, 60_000);
});
