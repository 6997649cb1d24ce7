#!/usr/bin/env node
/**
 * Brotli bytes of all script that a public page can load, the search in the browser included. What the form page loads is
 * measured in a browser, by apps/e2e/journeys/budgets.journey-spec.ts.
 * Usage: node home-script.mjs [--limit=20000]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const folder = fileURLToPath(new URL('../../../dist/apps/portal-pages/browser', import.meta.url));
const limit = Number(
  process.argv.find((argument) => argument.startsWith('--limit='))?.slice('--limit='.length) ?? 20_000,
);
const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
let total = 0;
for (const name of names) {
  const size = brotliCompressSync(readFileSync(join(folder, name))).length;
  total += size;
  console.log(String(size).padStart(7), name);
}
console.log(String(total).padStart(7), `brotli bytes of script in ${names.length} files; limit ${limit}`);
process.exitCode = total > limit ? 1 : 0;
