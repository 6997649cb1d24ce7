#!/usr/bin/env node
/**
 * Builds what the public pages are made of: the thread that renders them, and the script that browsers get with them.
 * Usage: node build-pages.mjs
 */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createCompilerPlugin } from '@angular/build/private';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const out = join(root, 'dist/apps/portal-pages');

/** Angular's own plugin for esbuild, with the settings its builder would use; templates are compiled ahead of time. */
function angular(tsconfig) {
  return createCompilerPlugin(
    {
      sourcemap: false,
      tsconfig: join(root, tsconfig),
      jit: false,
      advancedOptimizations: true,
      incremental: false,
    },
    {
      workspaceRoot: root,
      optimization: true,
      inlineFonts: false,
      sourcemap: false,
      outputNames: { bundles: '[name]', media: 'media/[name]' },
      target: ['node24'],
      inlineStyleLanguage: 'css',
      cacheOptions: { enabled: false, path: '', basePath: '' },
    },
  );
}

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
};

/** The routes of the application are read for their paths alone; what they would load later stays away. */
const withoutLazyPages = {
  name: 'without-lazy-pages',
  setup(bundle) {
    bundle.onResolve({ filter: /^\./ }, ({ kind, importer, path }) =>
      kind === 'dynamic-import' && importer.includes('/libs/web/citizen/')
        ? { path, external: true }
        : undefined,
    );
  },
};

await rm(out, { recursive: true, force: true });
await build({
  ...shared,
  entryPoints: {
    'render-worker': 'apps/portal/src/pages/render-worker.ts',
    'app-paths': 'apps/portal/src/pages/app-paths.ts',
  },
  outdir: join(out, 'server'),
  platform: 'node',
  target: 'node24',
  conditions: ['es2020', 'es2015', 'module'],
  mainFields: ['es2020', 'es2015', 'module', 'main'],
  outExtension: { '.js': '.mjs' },
  minifySyntax: true,
  define: { ngDevMode: 'false', ngJitMode: 'false', ngServerMode: 'true', ngI18nClosureMode: 'false' },
  banner: {
    js: "import { createRequire as portalRequire } from 'node:module'; const require = portalRequire(import.meta.url);",
  },
  plugins: [withoutLazyPages, angular('apps/portal/src/pages/tsconfig.json')],
});
await build({
  ...shared,
  entryPoints: { trang: 'apps/portal/src/pages/page-script.ts' },
  outdir: join(out, 'browser'),
  entryNames: '[name]-[hash]',
  chunkNames: 'trang-[name]-[hash]',
  splitting: true,
  platform: 'browser',
  target: ['chrome100', 'safari15.4', 'firefox100'],
  minify: true,
  tsconfig: join(root, 'tsconfig.base.json'),
});

const { appPaths } = await import(pathToFileURL(join(out, 'server/app-paths.mjs')).href);
const [script] = (await readdir(join(out, 'browser'))).filter((name) => /^trang-[^-]+\.js$/u.test(name));
await writeFile(join(out, 'manifest.json'), JSON.stringify({ script: `/${script}`, appPaths }, null, 1));
// Angular's compiler leaves a thread behind that would keep this process for a while
process.exit(0);
