import type { Config } from 'jest';

/** One configuration for the whole workspace: native ESM through SWC, paths as in tsconfig.base.json. */
const config: Config = {
  rootDir: '.',
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/tools'],
  testTimeout: process.env['MOCUA_DEEP'] === '1' ? 3_600_000 : 30_000,
  testMatch: ['**/*.spec.ts', '**/*.int-spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/apps/e2e/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'es6' },
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
  },
  moduleNameMapper: {
    '^@mocua/contract/eform$': '<rootDir>/libs/contract/src/eform/form-definition.ts',
    '^@mocua/contract/frame$': '<rootDir>/libs/contract/src/frame.ts',
    '^@mocua/contract/schemas$': '<rootDir>/libs/contract/src/schemas.ts',
    '^@mocua/contract$': '<rootDir>/libs/contract/src/index.ts',
    '^@mocua/server/identity/demo$': '<rootDir>/libs/server/identity/src/demo.ts',
    '^@mocua/engine/eform/page$': '<rootDir>/libs/engine/eform/src/page.ts',
    '^@mocua/testing/scaled$': '<rootDir>/libs/testing/src/scaled.ts',
    '^@mocua/testing$': '<rootDir>/libs/testing/src/index.ts',
    '^@mocua/(engine|server|web|lgsp)/([a-z-]+)$': '<rootDir>/libs/$1/$2/src/index.ts',
  },
};

export default config;
