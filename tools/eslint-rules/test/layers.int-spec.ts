import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workspaceRoot } from '@mocua/server/kernel';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

function cruise(root: string): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(workspaceRoot(), 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['libs', '--config', join(workspaceRoot(), '.dependency-cruiser.mjs'), '--output-type', 'json'],
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

/** A small domain in which nearly every rule is broken once. */
const broken = {
  'tsconfig.base.json': '{}',
  'libs/server/fee/src/domain/fee.ts': `import { rows } from '../persistence/rows'; export const fee = rows;`,
  'libs/server/fee/src/persistence/rows.ts': `import { pay } from '../application/pay'; export const rows = pay;`,
  'libs/server/fee/src/application/pay.ts': `import { page } from '../http/page'; export const pay = () => page;`,
  'libs/server/fee/src/http/page.ts': `import { rows } from '../persistence/rows'; export const page = () => rows;`,
  'libs/server/fee/src/application/good.ts': `import { one } from '../domain/one'; export const good = one;`,
  'libs/server/fee/src/domain/one.ts': `export const one = 1;`,
};

describe('the layers of a domain library', () => {
  let root = '';
  beforeAll(() => {
    mkdirSync(join(workspaceRoot(), 'tmp'), { recursive: true });
    root = mkdtempSync(join(workspaceRoot(), 'tmp', 'layers-'));
    for (const [name, code] of Object.entries(broken)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), code);
    }
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('are enforced: each arrow outwards and the circle is found, the arrow inwards is not', () => {
    const violations = cruise(root);
    const rulesBroken = violations.map((violation) => violation.split(':')[0]);
    expect(new Set(rulesBroken)).toEqual(
      new Set(['layer-domain', 'layer-persistence', 'layer-application', 'layer-http', 'no-circular']),
    );
    expect(violations.join('\n')).not.toContain('good.ts');
  }, 120_000);

  it('hold in every library of this workspace', () => {
    expect(cruise(workspaceRoot())).toEqual([]);
  }, 300_000);
});
