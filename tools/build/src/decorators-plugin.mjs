import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';

const HAS_DECORATOR = /^\s*@[A-Z]\w*(?:\.\w+)*\s*\(/mu;

/**
 * esbuild cannot write the metadata from which Nest learns what a constructor wants; SWC can, and is asked only for files
 * with a decorator. The settings are those of the tests, so that both run the same program.
 * @type {import('esbuild').Plugin}
 */
export const decoratorsPlugin = {
  name: 'decorators',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!HAS_DECORATOR.test(source)) return undefined;
      const { code } = await transform(source, {
        filename: path,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};
