import { noCurrentTime } from './no-current-time.mjs';
import { noHttpException } from './no-http-exception.mjs';
import { noPersonalIdLiterals } from './no-personal-id-literals.mjs';

/** The rules of this workspace, as ESLint plugin `mocua`. @type {import('eslint').ESLint.Plugin} */
export const mocuaPlugin = {
  meta: { name: 'mocua' },
  rules: {
    'no-current-time': noCurrentTime,
    'no-http-exception': noHttpException,
    'no-personal-id-literals': noPersonalIdLiterals,
  },
};

/** The Nx plugin of ESLint looks for rules in this folder by itself, under this name. */
export const { rules } = mocuaPlugin;
