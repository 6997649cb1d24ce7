/** Something that is sent instead of a good body. */
export interface HostileBody {
  readonly name: string;
  readonly raw: string | Buffer;
}

const bom = '\ufeff';

/** Bodies that are broken as text, whatever the endpoint expects. */
export function hostileTexts(good: string): HostileBody[] {
  const nested = (depth: number, open: string, close: string, inner = ''): string =>
    open.repeat(depth) + inner + close.repeat(depth);
  const cut = [1, 0.25, 0.5, 0.75, 0.99].map((part) => Math.max(1, Math.floor(good.length * part) - 1));
  const cases: [string, string | Buffer][] = [
    ['nothing', ''],
    ['blanks', '  \n\t '],
    ...cut.map((length): [string, string] => [`cut off after ${length}`, good.slice(0, length)]),
    ['a byte order mark', bom + good],
    ['a trailing comma', good.replace(/\}$/u, ',}')],
    ['single quotes', good.replaceAll('"', "'")],
    ['a comment', `/* xin chào */ ${good}`],
    ['two documents', good + good],
    ['text behind it', `${good} x`],
    ['not a number', good.replace(/:\d+/u, ':NaN')],
    ['a number too large to exist', good.replace(/:\d+/u, ':1e999')],
    ['a number too precise to keep', good.replace(/:\d+/u, ':123456789012345678901234567890')],
    ['a hexadecimal number', good.replace(/:\d+/u, ':0x10')],
    ['a leading zero', good.replace(/:\d+/u, ':007')],
    ['no key', '{:1}'],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x80, 0x7d])],
    ['overlong bytes', Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')])],
    ['another encoding', Buffer.from(good, 'utf16le')],
    ['a line break inside a string', '{"reason":"a\nb"}'],
    ['an escape that is none', '{"reason":"\\x41"}'],
    ['deep lists', nested(5000, '[', ']')],
    ['very deep lists', nested(200_000, '[', ']')],
    ['deep lists that never end', '['.repeat(200_000)],
    ['deep objects', nested(50_000, '{"a":', '}', '1')],
    ['depth inside', good.replace(/\}$/u, `,"extra":${nested(20_000, '[', ']')}}`)],
    [
      'depth under a known key',
      `{"version":999,"answers":{"purpose":${nested(20_000, '[', ']')}},"values":{"found":${nested(20_000, '{"a":', '}', '1')}}}`,
    ],
    ['far too much', `{"reason":"${'a'.repeat(1_200_000)}"}`],
    ['very many keys', `{${Array.from({ length: 30_000 }, (_each, n) => `"k${n}":1`).join(',')}}`],
    ['a prototype', good.replace(/\}$/u, ',"__proto__":{"isAdmin":true}}')],
    ['a prototype by escape', good.replace(/\}$/u, ',"\\u005f\\u005fproto__":{"isAdmin":true}}')],
    ['a constructor', good.replace(/\}$/u, ',"constructor":{"prototype":{"isAdmin":true}}}')],
  ];
  return cases.map(([name, raw]) => ({ name, raw }));
}

const wholes: readonly unknown[] = [null, true, 0, -1, 'x', '', [], [[]], {}, [{}], { '': 1 }, { 'a.b': 1 }];
const values: readonly unknown[] = [
  null,
  '',
  ' ',
  'x',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  -1,
  1.5,
  1e21,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  [null],
  {},
  { $ne: 1 },
  { toString: 'x' },
  'x'.repeat(5000),
  "'; DROP TABLE dossier.events; --",
  '<script>alert(1)</script>',
  '${7*7}',
];

/** Every way of spoiling a good body: as text, as a whole, and key by key. Each can be told by its name. */
export function hostileBodies(good: Readonly<Record<string, unknown>>): HostileBody[] {
  const json = (name: string, value: unknown): HostileBody => ({ name, raw: JSON.stringify(value) });
  const spoiled = Object.keys(good).flatMap((key) => {
    const { [key]: _dropped, ...rest } = good;
    return [
      json(`${key} missing`, rest),
      json(`${key} twice`, { ...good }),
      ...values.map((value) =>
        json(`${key} = ${String(JSON.stringify(value)).slice(0, 30)}`, { ...good, [key]: value }),
      ),
    ];
  });
  return [
    ...hostileTexts(JSON.stringify(good)),
    ...wholes.map((whole) => json(`the whole = ${JSON.stringify(whole)}`, whole)),
    ...['unknown', '__proto__x', 'Version', 'version ', 'actor', 'partyId', 'processing'].map((key) =>
      json(`unknown key ${key}`, { ...good, [key]: 1 }),
    ),
    ...spoiled,
  ];
}
