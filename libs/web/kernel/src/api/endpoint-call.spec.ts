import { describe, expect, it } from '@jest/globals';
import { getDraft, searchProcedures, uploadToDraft } from '@mocua/contract';
import { endpointUrl, newIdempotencyKey } from './endpoint-call';

describe('the address of an endpoint', () => {
  it('has its parameters filled in and escaped', () => {
    expect(endpointUrl(getDraft, { params: { draftId: 'a/b' } })).toBe('/api/v1/citizen/drafts/a%2Fb');
  });

  it('carries the query, Vietnamese letters included', () => {
    const address = endpointUrl(uploadToDraft, {
      params: { draftId: '1' },
      query: { component: 'c', fileName: 'Giấy.pdf' },
    });
    expect(address).toBe('/api/v1/citizen/drafts/1/attachments?component=c&fileName=Gi%E1%BA%A5y.pdf');
  });

  it('leaves out what was not given', () => {
    expect(endpointUrl(searchProcedures, { query: { q: undefined } })).toBe('/api/v1/public/procedures');
  });

  it('is refused when a path parameter is missing, because it would be another endpoint', () => {
    expect(() => endpointUrl(getDraft)).toThrow('draftId');
  });
});

describe('idempotency keys', () => {
  it('are long and never the same', () => {
    const keys = new Set(Array.from({ length: 1000 }, () => newIdempotencyKey()));
    expect(keys.size).toBe(1000);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/u);
  });
});
