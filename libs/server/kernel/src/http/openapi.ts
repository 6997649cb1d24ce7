import { z } from 'zod';
import {
  agencyScopeNames,
  type Endpoint,
  type EndpointExample,
  type ProblemCode,
  problems,
  statusOf,
} from '@mocua/contract';
import { type EndpointName, endpoints, schemasOf } from '@mocua/contract/schemas';

/** Problems every endpoint can answer with. */
const commonProblems: readonly ProblemCode[] = [
  'request.malformed',
  'request.invalid',
  'system.unavailable',
  'system.unexpected',
];

/** OpenAPI 3.1 of the whole contract, generated from the descriptors; deterministic, so that it can be committed. */
export function buildOpenApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  const components = new SchemaComponents();
  for (const [name, descriptor] of Object.entries(endpoints)) {
    const path = `/api/v1${descriptor.path.replace(/:(\w+)/gu, '{$1}')}`;
    (paths[path] ??= {})[descriptor.method.toLowerCase()] = operation(
      name as EndpointName,
      descriptor as Endpoint,
      components,
    );
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Mở Cửa', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: {
        citizen: { type: 'apiKey', in: 'cookie', name: 'mocua_citizen' },
        officer: { type: 'apiKey', in: 'cookie', name: 'mocua_officer' },
        device: { type: 'apiKey', in: 'cookie', name: 'mocua_kiosk' },
        agency: {
          type: 'oauth2',
          flows: { clientCredentials: { tokenUrl: '/api/v1/provider/token', scopes: scopeTexts } },
        },
      },
      schemas: { Problem: problemSchema, ...components.schemas },
    },
  };
}

const scopeTexts = Object.fromEntries(
  Object.entries(agencyScopeNames).map(([scope, { en }]): [string, string] => [scope, en]),
);

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'params', 'fields', 'correlationId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    correlationId: { type: 'string' },
  },
};

function operation(name: EndpointName, endpoint: Endpoint, components: SchemaComponents): object {
  const schemas = schemasOf[name];
  const parameters = [
    ...parametersOf(schemas.params, 'path', endpoint.example?.params),
    ...parametersOf(schemas.query, 'query', endpoint.example?.query),
    ...(endpoint.idempotent
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', minLength: 8, maxLength: 100 },
          },
        ]
      : []),
  ];
  const { access } = endpoint;
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[1] ?? 'api'],
    security:
      access.kind === 'public' ? [] : [{ [access.kind]: access.kind === 'agency' ? [access.scope] : [] }],
    ...(access.kind === 'officer' ? { 'x-permission': access.permission } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...bodyOf(endpoint, schemas.body, components),
    responses: responsesOf(endpoint, schemas.response, components),
  };
}

function parametersOf(
  schema: z.ZodType | undefined,
  where: 'path' | 'query',
  example: EndpointExample['query'] = {},
): object[] {
  if (!schema) return [];
  const json = toJson(schema, 'input') as { properties?: Record<string, object>; required?: string[] };
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || (json.required ?? []).includes(name),
    schema: property,
    ...(name in example ? { example: example[name] } : {}),
  }));
}

function bodyOf(endpoint: Endpoint, schema: z.ZodType | undefined, components: SchemaComponents): object {
  if (endpoint.media === 'upload') {
    return {
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    };
  }
  if (!schema) return {};
  const body = endpoint.example?.body;
  return {
    requestBody: {
      required: true,
      content: {
        [endpoint.media === 'oauth' ? 'application/x-www-form-urlencoded' : 'application/json']: {
          schema: components.refer(schema, 'input', `${endpoint.name}Request`),
          ...(body === undefined ? {} : { example: body }),
        },
      },
    },
  };
}

function responsesOf(
  endpoint: Endpoint,
  schema: z.ZodType | undefined,
  components: SchemaComponents,
): object {
  const codes = new Map<number, string[]>();
  for (const code of [...commonProblems, ...endpoint.problems]) {
    const status = statusOf[problems[code].category];
    codes.set(status, [...(codes.get(status) ?? []), code]);
  }
  const refusals = [...codes]
    .sort(([a], [b]) => a - b)
    .map(([status, list]) => [
      String(status),
      {
        description: list.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]);
  const success =
    endpoint.media === 'redirect'
      ? ['302', { description: 'Redirect' }]
      : endpoint.media === 'download'
        ? [
            '200',
            {
              description: 'The file',
              content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
            },
          ]
        : [
            '200',
            {
              description: 'OK',
              content: {
                'application/json': {
                  schema: schema ? components.refer(schema, 'output', `${endpoint.name}Response`) : {},
                  ...(endpoint.example ? { example: endpoint.example.response } : {}),
                },
              },
            },
          ];
  return Object.fromEntries([success, ...refusals]) as object;
}

function toJson(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _draft, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return json;
}

/** Each schema of the contract once, under the name of the endpoint that uses it first. */
class SchemaComponents {
  readonly schemas: Record<string, object> = {};
  private readonly names = new Map<string, string>();

  refer(schema: z.ZodType, io: 'input' | 'output', wishedName: string): object {
    const { $defs, ...json } = toJson(schema, io);
    // A recursive part refers to itself from the root of the document, so it has to lie where that is.
    const own = Object.entries(($defs ?? {}) as Record<string, object>).map(
      ([key, part]): [string, string] => [
        `#/$defs/${key}`,
        this.keep(
          `${wishedName}Part${key.replace(/\W|_/gu, '')}`,
          JSON.stringify(part).replaceAll(`#/$defs/${key}`, '#'),
        ),
      ],
    );
    const text = own.reduce(
      (rest, [from, to]) => rest.replaceAll(`"${from}"`, `"${to}"`),
      JSON.stringify(json),
    );
    return { $ref: this.keep(wishedName, text) };
  }

  /** @param text - a schema in which `#` alone stands for itself */
  private keep(wishedName: string, text: string): string {
    const name = this.names.get(text) ?? wishedName.charAt(0).toUpperCase() + wishedName.slice(1);
    const reference = `#/components/schemas/${name}`;
    this.names.set(text, name);
    this.schemas[name] = JSON.parse(text.replaceAll('"$ref":"#"', `"$ref":"${reference}"`)) as object;
    return reference;
  }
}
