import type { Config } from 'jest';
import workspace from '../../jest.config.ts';

/** The browser tests: one system and one browser for all of them, one file after another. */
const config: Config = {
  ...workspace,
  rootDir: '../..',
  roots: ['<rootDir>/apps/e2e'],
  testMatch: ['**/*.journey-spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
  maxWorkers: 1,
  testSequencer: '<rootDir>/apps/e2e/src/in-order-of-name.ts',
  globalSetup: '<rootDir>/apps/e2e/src/set-up.ts',
  globalTeardown: '<rootDir>/apps/e2e/src/tear-down.ts',
};

export default config;
