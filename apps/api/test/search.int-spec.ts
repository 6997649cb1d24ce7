import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getSearchIndex, searchProcedures } from '@mocua/contract';
import { deserialiseSearchIndex, search } from '@mocua/engine/search';
import { ApiHarness, ok } from './api-harness';

let api: ApiHarness;

beforeAll(async () => {
  api = await ApiHarness.start();
}, 180_000);
afterAll(() => api.close());

const index = (headers: Readonly<Record<string, string>> = {}) => api.call(getSearchIndex, { headers });

describe('the index for the browser', () => {
  it('is one text that finds what the server finds', async () => {
    const { status, raw, headers } = await index();
    expect([status, headers['content-encoding'], headers['cache-control']]).toEqual([
      200,
      undefined,
      'public, no-cache',
    ]);
    const found = deserialiseSearchIndex(raw.toString('utf8'));
    if (!found) throw new Error('of another version');
    const asked = 'ban sao so goc phuong Tran Khe';
    const answer = ok(await api.call(searchProcedures, { query: { q: asked } }));
    const there = search(found, asked);
    expect(there.hits.map(({ code }) => code)).toEqual(answer.items.map(({ code }) => code));
    expect(answer.places).toEqual([
      { typed: 'phuong tran khe', name: 'phường Trần Khê', now: ['phường Ngân Thượng'] },
    ]);
    expect(there.places).toEqual(answer.places);
  });

  it('goes compressed to those who take that', async () => {
    const plain = await index();
    const packed = await api.app.inject({
      url: '/api/v1/public/search-index',
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(packed.rawPayload)).toEqual(plain.raw);
    expect(packed.headers['vary']).toMatch(/accept-encoding/iu);
  });

  it('is not sent again to those who have it', async () => {
    const { headers } = await index();
    const again = await index({ 'if-none-match': String(headers['etag']) });
    expect([again.status, again.raw.length]).toEqual([304, 0]);
    expect((await index({ 'if-none-match': '"older"' })).status).toBe(200);
  });
});

describe('the search', () => {
  it.each([
    ['a page of nothing', 'limit=0', 'limit'],
    ['an event of life that is none', 'lifeEvent=moving-to-mars', 'lifeEvent'],
    ['an audience that is none', 'audience=nobody', 'audience'],
    ['words that are too long', `q=${'a'.repeat(201)}`, 'q'],
    ['what it does not know', 'order=newest', 'order'],
  ])('refuses %s', async (_what, query, field) => {
    const response = await api.app.inject({ url: `/api/v1/public/procedures?${query}` });
    expect(response.statusCode).toBe(422);
    expect(response.body).toContain(field);
  });
});
