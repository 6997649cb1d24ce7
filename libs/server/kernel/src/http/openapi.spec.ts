import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { endpoints } from '@mocua/contract/schemas';
import { workspaceRoot } from '../workspace-root';
import { buildOpenApi } from './openapi';

const file = join(workspaceRoot(), 'docs/api/openapi.json');
const text = `${JSON.stringify(buildOpenApi(), null, 2)}\n`;

interface Operation {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly responses: Readonly<Record<string, unknown>>;
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

describe('the API description', () => {
  if (process.env['MOCUA_UPDATE'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  it('is the committed one; after a wanted change run this test with MOCUA_UPDATE=1', () => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('is the same at every build', () => {
    expect(`${JSON.stringify(buildOpenApi(), null, 2)}\n`).toBe(text);
  });

  it('describes every endpoint of the contract with who may call it and what may come back', () => {
    const description = JSON.parse(text) as Description;
    const operations = Object.values(description.paths).flatMap((path) => Object.values(path));
    expect(description.openapi).toMatch(/^3\.1\./u);
    expect(operations.map((operation) => operation.operationId).sort()).toEqual(
      Object.keys(endpoints).sort(),
    );
    for (const { operationId, security, responses } of operations) {
      const { access } = endpoints[operationId as keyof typeof endpoints];
      expect([operationId, security.length]).toEqual([operationId, access.kind === 'public' ? 0 : 1]);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '422', '500', '503']));
    }
  });

  it('leaves nothing open: every reference in it leads somewhere', () => {
    const description = JSON.parse(text) as Record<string, unknown>;
    for (const [, reference] of text.matchAll(/"\$ref": "#\/([^"]+)"/gu)) {
      const target = (reference ?? '')
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], description);
      expect([reference, target === undefined]).toEqual([reference, false]);
    }
  });
});
