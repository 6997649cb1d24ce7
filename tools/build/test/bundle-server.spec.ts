import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workspaceRoot } from '@mocua/server/kernel';
import { bundleServer } from '../src/bundle-server.mjs';

const files = {
  'tsconfig.base.json': JSON.stringify({
    compilerOptions: { paths: { '@own/greeting': ['./greeting.ts'] } },
  }),
  'greeting.ts': `
    import 'reflect-metadata';
    import { Injectable } from '@nestjs/common';
    export class Words { readonly hello: string = 'xin chào'; }
    @Injectable()
    export class Greeting { constructor(readonly words: Words) {} }`,
  'main.ts': `
    import { Greeting, Words } from '@own/greeting';
    const wants = Reflect.getMetadata('design:paramtypes', Greeting) as unknown[];
    console.log(wants[0] === Words, new Greeting(new Words()).words.hello);`,
};

describe('a bundled server program', () => {
  let root = '';
  beforeAll(() => {
    mkdirSync(join(workspaceRoot(), 'tmp'), { recursive: true });
    root = mkdtempSync(join(workspaceRoot(), 'tmp', 'bundle-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    symlinkSync(join(workspaceRoot(), 'node_modules'), join(root, 'node_modules'));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('knows the constructor types and follows path aliases', async () => {
    await bundleServer({ root, entry: 'main.ts', outFile: 'out/main.mjs' });
    const output = execFileSync(process.execPath, [join(root, 'out/main.mjs')], { encoding: 'utf8' });
    expect(output.trim()).toBe('true xin chào');
  });
});
