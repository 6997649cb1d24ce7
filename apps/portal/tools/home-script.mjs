#!/usr/bin/env node
/** Brotli bytes of all script that the citizen home loads in Vietnamese. Usage: node home-script.mjs [dist folder] [--limit=80000] */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const folder =
  process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 'dist/apps/portal/browser';
const limit = Number(
  process.argv.find((argument) => argument.startsWith('--limit='))?.slice('--limit='.length) ?? 80_000,
);
const sources = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
/** What gives away the lazy chunks of the home: its page, and the Vietnamese texts of the shell. */
const marks = [
  'mocua-home-page',
  'Bạn cần làm thủ tục gì?',
  'Chuyển đến nội dung chính',
  'errorPrefix:"Lỗi:"',
];

const loaded = new Set();
function load(name) {
  if (loaded.has(name) || !sources.has(name)) return;
  loaded.add(name);
  for (const [, file] of sources.get(name).matchAll(/(?:from|import)\s*["']\.\/([\w-]+\.js)["']/gu))
    load(file);
}
load([...sources.keys()].find((name) => name.startsWith('main')));
for (const [name, source] of sources) if (marks.some((mark) => source.includes(mark))) load(name);

let total = 0;
for (const name of loaded) {
  const size = brotliCompressSync(sources.get(name)).length;
  total += size;
  if (size > 1500) console.log(String(size).padStart(7), name);
}
console.log(String(total).padStart(7), `brotli bytes of script in ${loaded.size} files; limit ${limit}`);
process.exitCode = total > limit ? 1 : 0;
