import { describe, it } from '@jest/globals';
import { RuleTester } from 'eslint';
import { noCurrentTime } from '../src/no-current-time.mjs';
import { noHttpException } from '../src/no-http-exception.mjs';
import { noPersonalIdLiterals } from '../src/no-personal-id-literals.mjs';

RuleTester.describe = describe;
RuleTester.it = it as (text: string, method: () => void) => void;
const tester = new RuleTester({ languageOptions: { ecmaVersion: 2024, sourceType: 'module' } });

// Put together, so that this file itself holds no such number.
const realId = `001${'089000123'}`;
const realPhone = `0912${'345678'}`;

tester.run('no-personal-id-literals', noPersonalIdLiterals, {
  valid: [
    `const id = '099000000001';`,
    `const phone = '0900000123';`,
    `const taxCode = '0990000011';`,
    `const uuid = '00000000-0000-4000-8000-001089000123';`,
    `const stamp = 'CreateKernel1790000000000';`,
  ],
  invalid: [
    { code: `const id = '${realId}';`, errors: [{ messageId: 'personalId' }] },
    { code: `const text = \`số \${1} ${realId}\`;`, errors: [{ messageId: 'personalId' }] },
    { code: `const text = 'gọi ${realPhone}.';`, errors: [{ messageId: 'phone' }] },
    { code: `const text = '+84${realPhone.slice(1)}';`, errors: [{ messageId: 'phone' }] },
  ],
});

tester.run('no-current-time', noCurrentTime, {
  valid: [`new Date(0);`, `new Date('2026-01-01');`, `clock.now();`, `Date.parse(text);`],
  invalid: ['new Date()', 'Date()', 'Date.now()', 'performance.now()'].map((code) => ({
    code: `f(${code});`,
    errors: [{ messageId: 'given' }],
  })),
});

tester.run('no-http-exception', noHttpException, {
  valid: [`import { Injectable } from '@nestjs/common';`, `import { TimeoutException } from './own';`],
  invalid: [
    {
      code: `import { Injectable, ConflictException } from '@nestjs/common';`,
      errors: [{ messageId: 'problem' }],
    },
  ],
});
