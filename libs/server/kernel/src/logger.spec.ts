import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger';

/** Lines of one logger at its most talkative. */
function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger('test', 'trace', { write: (line) => lines.push(line) }));
  return lines.join('');
}

const name = 'Nguyễn Thị Dấu Kín';
/** An invented number as it is written from abroad. */
const abroad = `+84${'0900000777'.slice(1)}`;

/** A marker, and a way in which it could get into a log. */
const plants: readonly [marker: string, plant: unknown][] = [
  ['DAU-KIN-01', { answers: { purpose: 'DAU-KIN-01' } }],
  ['DAU-KIN-02', { request: { body: { reason: 'DAU-KIN-02' } } }],
  ['DAU-KIN-03', { request: { headers: { cookie: 'mocua_citizen=DAU-KIN-03' } } }],
  ['DAU-KIN-04', { request: { headers: { authorization: 'Bearer DAU-KIN-04' } } }],
  [name, { person: { fullName: name } }],
  [name, { dossier: { people: { owner: { name } } } }],
  ['DAU-KIN-07', { items: [{ ownerName: 'DAU-KIN-07' }] }],
  ['DAU-KIN-08', { items: [{ person: { displayName: 'DAU-KIN-08' } }] }],
  ['DAU-KIN-09', { tracking: { pin: 'DAU-KIN-09' } }],
  ['DAU-KIN-10', { session: { token: 'DAU-KIN-10' } }],
  ['DAU-KIN-11', { note: 'DAU-KIN-11' }],
  ['DAU-KIN-12', { address: { text: 'DAU-KIN-12' } }],
  ['099155000101', { anything: 'số 099155000101 của bà' }],
  ['0900000777', { deep: { deeper: { deepest: { text: 'gọi 0900000777' } } } }],
  [abroad, { list: [abroad] }],
  [
    'DAU-KIN-16',
    { err: Object.assign(new Error('duplicate key'), { detail: 'Key (name)=(DAU-KIN-16) exists' }) },
  ],
  [
    'DAU-KIN-17',
    {
      err: Object.assign(new Error('bad value'), {
        where: 'DAU-KIN-17',
        parameters: ['DAU-KIN-17'],
        query: 'DAU-KIN-17',
      }),
    },
  ],
  ['099155000102', { err: new Error('invalid input: 099155000102') }],
  ['DAU-KIN-19', { err: new Error('outer', { cause: new Error('DAU-KIN-19') }) }],
  ['DAU-KIN-20', { err: { message: 'DAU-KIN-20' } }],
  [
    'DAU-KIN-21',
    {
      err: Object.assign(new Error('invalid input syntax for type uuid: "DAU-KIN-21"'), {
        code: '22P02',
        severity: 'ERROR',
      }),
    },
  ],
  ['DAU-KIN-22', { a: { b: { c: { d: { e: { fullName: 'DAU-KIN-22' } } } } } }],
];

describe('a log', () => {
  it.each(plants)('never holds %s, however it gets there', (marker, plant) => {
    const text = logged((logger) => logger.error(plant as object, 'something happened'));
    expect(text).not.toContain(marker);
    expect(text).toContain('something happened');
  });

  it('holds no personal number in a message, even when somebody writes one there', () => {
    const text = logged((logger) => {
      logger.info({}, `signed in 099155000101, phone 0900000777 or ${abroad}`);
      logger.warn({ 'phone 0900000778': 1 }, '');
    });
    expect(text).not.toMatch(/099155000101|0900000777|900000777|0900000778/u);
  });

  it('keeps what is needed to find a fault: ids, codes, counts, and where it happened', () => {
    const error = Object.assign(new Error('duplicate key value'), {
      code: '23505',
      constraint: 'dossiers_code_unique',
    });
    const text = logged((logger) =>
      logger.error(
        { err: error, dossierId: '01890000-0000-7000-8000-000000000001', attempts: 3, code: 'dossier.stale' },
        'failed',
      ),
    );
    const line = JSON.parse(text) as Record<string, unknown>;
    expect(line).toMatchObject({
      process: 'test',
      msg: 'failed',
      dossierId: '01890000-0000-7000-8000-000000000001',
      attempts: 3,
      code: 'dossier.stale',
    });
    expect(line['err']).toMatchObject({ type: 'Error', code: '23505', constraint: 'dossiers_code_unique' });
    expect(JSON.stringify(line['err'])).toContain('logger.spec');
  });
});
