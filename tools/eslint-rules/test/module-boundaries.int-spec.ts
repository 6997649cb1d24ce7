import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { workspaceRoot } from '@mocua/server/kernel';
import { DOMAIN_GRAPH } from '../src/module-boundaries.mjs';

interface Message {
  readonly ruleId: string | null;
  readonly message: string;
}

const forbidden = [
  ['a domain that another one may not use', 'libs/server/document/src/index.ts', '@mocua/server/dossier'],
  [
    'a domain that hands over from the one it serves',
    'libs/server/dossier/src/index.ts',
    '@mocua/server/sector',
  ],
  ['a hand-over from what all of them share', 'libs/server/handover/src/index.ts', '@mocua/server/sector'],
  ['an adapter from another one', 'libs/lgsp/sector/src/index.ts', '@mocua/lgsp/document-management'],
  ['the central domain from one that it uses', 'libs/server/identity/src/index.ts', '@mocua/server/dossier'],
  ['the kernel of the server from an engine', 'libs/engine/eform/src/index.ts', '@mocua/server/kernel'],
  ['Nest from an engine', 'libs/engine/eform/src/index.ts', '@nestjs/common'],
  ['a page library from another one', 'libs/web/citizen/src/index.ts', '@mocua/web/officer'],
  ['the server from a page', 'libs/web/citizen/src/index.ts', '@mocua/server/kernel'],
  ['the testing library outside specs', 'libs/server/identity/src/index.ts', '@mocua/testing'],
  ['another library by its path', 'libs/server/identity/src/index.ts', '../../kernel/src/clock'],
] as const;

const allowed = [
  ['the personal data from the dossier', 'libs/server/dossier/src/index.ts', '@mocua/server/personal-data'],
  ['what hand-overs share from one of them', 'libs/server/sector/src/index.ts', '@mocua/server/handover'],
  ['an engine from a domain', 'libs/server/dossier/src/index.ts', '@mocua/engine/dossier'],
  ['an engine from another one', 'libs/engine/eform/src/index.ts', '@mocua/engine/expression'],
  ['the contract from a page', 'libs/web/citizen/src/index.ts', '@mocua/contract'],
] as const;

describe('module boundaries', () => {
  let found: Message[][] = [];
  beforeAll(() => {
    const texts = [...forbidden, ...allowed].map(([, file, imported]) => ({
      file: join(workspaceRoot(), file),
      code: `export * as everything from '${imported}';\n`,
    }));
    const output = execFileSync(
      process.execPath,
      [join(workspaceRoot(), 'tools/eslint-rules/test/lint-texts.mjs')],
      {
        cwd: workspaceRoot(),
        input: JSON.stringify(texts),
        encoding: 'utf8',
        env: { ...process.env, NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NODE_OPTIONS: '' },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    found = JSON.parse(output.trim().split('\n').at(-1) ?? '[]') as Message[][];
  }, 300_000);

  const boundaryMessages = (at: number) =>
    (found[at] ?? [])
      .filter(({ ruleId }) => ruleId === '@nx/enforce-module-boundaries')
      .map(({ message }) => message);

  it.each(forbidden.map(([what], at) => [what, at] as const))('forbid %s', (_what, at) => {
    expect(boundaryMessages(at)).toHaveLength(1);
  });

  it.each(allowed.map(([what], at) => [what, forbidden.length + at] as const))('allow %s', (_what, at) => {
    expect(boundaryMessages(at)).toEqual([]);
  });

  it('name every domain', () => {
    const shared = ['database', 'kernel', 'runtime'];
    const domains = readdirSync(join(workspaceRoot(), 'libs/server')).filter(
      (name) => !shared.includes(name),
    );
    expect(Object.keys(DOMAIN_GRAPH).sort()).toEqual(domains.sort());
  });

  it('leave no way round between the domains', () => {
    const reach = (domain: string): string[] =>
      (DOMAIN_GRAPH[domain] ?? []).flatMap((next) => [next, ...reach(next)]);
    for (const domain of Object.keys(DOMAIN_GRAPH)) expect(reach(domain)).not.toContain(domain);
  });
});
