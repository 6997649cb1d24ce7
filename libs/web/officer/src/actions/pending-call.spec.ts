import { describe, expect, it } from '@jest/globals';
import { nextCall } from './pending-call';

function keys() {
  let count = 0;
  return () => `key-${String((count += 1))}`;
}

describe('the key of a command', () => {
  it('stays while no answer has come, and so does the body, even when the dossier moved on meanwhile', () => {
    const newKey = keys();
    const first = nextCall(null, { reason: 'Thiếu chữ ký' }, 3, newKey);
    const again = nextCall(first, { reason: 'Thiếu chữ ký' }, 4, newKey);
    expect(again).toEqual({ key: 'key-1', body: { reason: 'Thiếu chữ ký', version: 3 }, typed: first.typed });
  });

  it('is new when the officer changed the input', () => {
    const newKey = keys();
    const first = nextCall(null, { reason: 'Thiếu chữ ký' }, 3, newKey);
    expect(nextCall(first, { reason: 'Thiếu con dấu' }, 4, newKey)).toMatchObject({
      key: 'key-2',
      body: { reason: 'Thiếu con dấu', version: 4 },
    });
  });

  it('is new after an answer', () => {
    const newKey = keys();
    nextCall(null, { reason: 'Thiếu chữ ký' }, 3, newKey);
    expect(nextCall(null, { reason: 'Thiếu chữ ký' }, 4, newKey).key).toBe('key-2');
  });
});
