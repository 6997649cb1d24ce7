import { UsageError } from './names.mjs';

/**
 * Adds one use case of an officer from contract to test: schemas, endpoint, class, controller, integration test.
 * @param {import('./work-tree.mjs').WorkTree} tree
 * @param {import('./names.mjs').Name} domain
 * @param {import('./names.mjs').Name} useCase verb and object, such as `request-supplement`
 * @returns {Promise<string[]>} what is left to do by hand
 */
export async function generateSlice(tree, domain, useCase) {
  const library = `libs/server/${domain.kebab}`;
  if (!tree.has(`${library}/src/index.ts`)) {
    throw new UsageError(`${library} does not exist; "generate domain ${domain.kebab}" makes it.`);
  }
  await addToContract(tree, domain, useCase);
  await tree.create(`${library}/src/application/${useCase.kebab}.ts`, useCaseFile(useCase));
  await tree.create(`${library}/src/http/${useCase.kebab}.controller.ts`, controllerFile(useCase));
  await tree.create(`${library}/test/${useCase.kebab}.int-spec.ts`, specFile(useCase));
  return [
    `add ${useCase.pascal} to the providers and ${useCase.pascal}Controller to the controllers of ${library}/src/${domain.kebab}.module.ts`,
    `choose permission, problems and schemas of ${useCase.camel} in libs/contract/src/${domain.kebab}/`,
    `make the resource policy the first statement of ${useCase.pascal}.execute`,
  ];
}

/**
 * @param {import('./work-tree.mjs').WorkTree} tree
 * @param {import('./names.mjs').Name} domain
 * @param {import('./names.mjs').Name} useCase
 */
async function addToContract(tree, domain, useCase) {
  const area = `libs/contract/src/${domain.kebab}`;
  const alias = domain.camel;
  const schemas = `
export const ${useCase.camel}Schemas = {
  params: z.strictObject({ id: z.uuid() }),
  body: z.strictObject({ reason: text(10, 2000) }),
  response: z.strictObject({ id: z.uuid() }),
};
`;
  const endpoint = endpointText(domain, useCase);
  if (tree.has(`${area}/endpoints.ts`)) {
    await tree.edit(
      `${area}/schemas.ts`,
      (text) => withImport(withImport(text, 'z', 'zod'), 'text', '../kernel/scalars') + schemas,
    );
    await tree.edit(
      `${area}/endpoints.ts`,
      (text) => withImport(text, 'officer', '../kernel/endpoint') + endpoint,
    );
  } else {
    await tree.create(
      `${area}/schemas.ts`,
      `import { z } from 'zod';\nimport { text } from '../kernel/scalars';\n${schemas}`,
    );
    await tree.create(
      `${area}/endpoints.ts`,
      `import { endpoint, officer } from '../kernel/endpoint';\nimport type * as schemas from './schemas';\n${endpoint}`,
    );
    await tree.edit('libs/contract/src/endpoints.ts', (text) =>
      `import * as ${alias} from './${domain.kebab}/endpoints';\n${text}`.replace(
        /(endpoints = \{[^}]*?),?\s*\};/u,
        `$1, ...${alias} };`,
      ),
    );
    await tree.edit(
      'libs/contract/src/schemas.ts',
      (text) => `import * as ${alias} from './${domain.kebab}/schemas';\n${text}`,
    );
    await tree.edit(
      'libs/contract/src/index.ts',
      (text) => `${text}\nexport * from './${domain.kebab}/endpoints';\n`,
    );
  }
  await tree.edit('libs/contract/src/schemas.ts', (text) =>
    text.replace(
      /(schemasOf[^=]*= \{[^}]*?)\n\};/u,
      `$1\n  ${useCase.camel}: ${alias}.${useCase.camel}Schemas,\n};`,
    ),
  );
}

/**
 * @param {import('./names.mjs').Name} domain
 * @param {import('./names.mjs').Name} useCase
 */
function endpointText(domain, useCase) {
  return `
export const ${useCase.camel} = endpoint<typeof schemas.${useCase.camel}Schemas>({
  name: '${useCase.camel}',
  method: 'POST',
  path: '/officer/${domain.kebab}/:id/${useCase.kebab}',
  summary: '${useCase.words.charAt(0).toUpperCase()}${useCase.words.slice(1)}',
  access: officer('any'),
  problems: [],
  idempotent: true,
});
`;
}

/**
 * @param {string} text
 * @param {string} symbol
 * @param {string} from
 */
function withImport(text, symbol, from) {
  const line = new RegExp(`import \\{([^}]*)\\} from '${from.replaceAll('.', '\\.')}';`, 'u');
  const found = line.exec(text);
  if (!found) return `import { ${symbol} } from '${from}';\n${text}`;
  const names = (found[1] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.includes(symbol)) return text;
  return text.replace(line, `import { ${[...names, symbol].sort().join(', ')} } from '${from}';`);
}

/** @param {import('./names.mjs').Name} useCase */
function useCaseFile({ camel, pascal, words }) {
  return `import { Injectable } from '@nestjs/common';
import type { ${camel}, InputOf, ResponseOf } from '@mocua/contract';
import { Clock, Database } from '@mocua/server/kernel';
import type { OfficerActor } from '@mocua/server/kernel';

/** TODO of the author: what it means to ${words}, for whom, and what it never does. */
@Injectable()
export class ${pascal} {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof ${camel}>,
  ): Promise<ResponseOf<typeof ${camel}>> {
    await this.database.query('SELECT $1::uuid, $2::text, $3::uuid, $4::timestamptz', [
      params.id,
      body.reason,
      actor.partyId,
      this.clock.iso(),
    ]);
    return { id: params.id };
  }
}
`.replace('TODO of the author: what it means to', 'Describe here what it means to');
}

/** @param {import('./names.mjs').Name} useCase */
function controllerFile({ camel, pascal, kebab, words }) {
  return `import { Controller } from '@nestjs/common';
import { ${camel}, type InputOf, type ResponseOf } from '@mocua/contract';
import { CurrentActor, Endpoint, Input } from '@mocua/server/kernel';
import type { OfficerActor } from '@mocua/server/kernel';
import { ${pascal} } from '../application/${kebab}';

/** Lets officers ${words}. */
@Controller()
export class ${pascal}Controller {
  constructor(private readonly useCase: ${pascal}) {}

  @Endpoint(${camel})
  ${camel}(
    @CurrentActor() actor: OfficerActor,
    @Input() input: InputOf<typeof ${camel}>,
  ): Promise<ResponseOf<typeof ${camel}>> {
    return this.useCase.execute(actor, input);
  }
}
`;
}

/** @param {import('./names.mjs').Name} useCase */
function specFile({ pascal, kebab, words }) {
  return `import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, startTestDatabase } from '@mocua/testing';
import type { TestDatabase } from '@mocua/testing';
import { ${pascal} } from '../src/application/${kebab}';

describe('to ${words}', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await startTestDatabase();
  }, 120_000);
  afterAll(() => test.close());

  it('is possible with a database and a clock', () => {
    const useCase = new ${pascal}(test.database, new FixedClock('2026-11-23T08:00:00+07:00'));
    expect(useCase).toBeInstanceOf(${pascal});
  });
});
`;
}
