import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { moduleBoundaries } from './tools/eslint-rules/src/module-boundaries.mjs';
import { mocuaPlugin } from './tools/eslint-rules/src/plugin.mjs';

const SPECS = ['**/*.spec.ts', '**/*.int-spec.ts', '**/test/**/*.ts', 'apps/e2e/**/*.ts'];
const WEB = ['libs/web/**', 'apps/portal/**', 'apps/workspace/**', 'apps/kiosk/**'];
const webFiles = (/** @type {string} */ pattern) => WEB.map((folder) => `${folder}/${pattern}`);

const budgets = {
  'max-lines': ['error', 400],
  'max-lines-per-function': ['error', 60],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>7]',
      message: 'More than 7 dependencies: this class does more than one thing.',
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '.data/',
      '.nx/',
      '.angular/',
      'tmp/',
      'coverage/',
      '**/*.d.mts',
    ],
  },
  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [eslint.configs.recommended, ...tseslint.configs.recommended],
    plugins: { '@nx': nx, mocua: mocuaPlugin },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...budgets,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-undef': 'off', // the type checker knows better
      'no-console': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings come from Config of @mocua/server/kernel.' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, inheritedMethods: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@nx/enforce-module-boundaries': ['error', moduleBoundaries({ forSpecs: false })],
      'mocua/no-personal-id-literals': 'error',
    },
  },
  {
    files: [
      'libs/engine/**/*.ts',
      'libs/server/*/src/domain/**/*.ts',
      'libs/server/*/src/application/**/*.ts',
    ],
    rules: { 'mocua/no-current-time': 'error' },
  },
  {
    files: ['libs/engine/**/*.ts', 'libs/contract/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['node:*', 'fs', 'path', 'crypto'], message: 'This code runs in the browser too.' },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/server/**/*.ts'],
    ignores: ['libs/server/kernel/src/http/**'], // where problems become answers
    rules: { 'mocua/no-http-exception': 'error' },
  },
  {
    files: webFiles('*.ts'),
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    files: webFiles('*.html'),
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    files: [
      'libs/server/kernel/src/config/**',
      'apps/*/src/main.ts',
      'tools/**',
      'libs/testing/**',
      '*.ts',
      ...SPECS,
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/migrations/*.ts'], // one statement after another; a cut would hide the order
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['tools/**/*.mjs'],
    rules: { '@nx/enforce-module-boundaries': 'off' }, // plain Node runs these files, and it has no path aliases
  },
  {
    // Its types stand in a declaration file beside it; specs of web libraries have a type check of their own.
    files: [
      'tools/local-postgres/src/shared-test-cluster.mjs',
      'libs/web/**/*.spec.ts',
      'apps/portal/tools/*.mjs',
      '*.mjs',
      '*.ts',
      '.*.mjs',
    ],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: SPECS,
    rules: {
      'max-lines': ['error', 600],
      'max-lines-per-function': 'off',
      'mocua/no-current-time': 'off',
      'no-restricted-imports': 'off',
      '@nx/enforce-module-boundaries': ['error', moduleBoundaries({ forSpecs: true })],
    },
  },
  {
    files: ['apps/e2e/**/*.ts'], // it starts programs and reads their route tables; nothing imports it
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
  {
    files: ['tools/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { ...moduleBoundaries({ forSpecs: true }), allow: ['../**'] },
      ],
    },
  },
);
