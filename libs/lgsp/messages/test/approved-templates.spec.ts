import { describe, expect, it } from '@jest/globals';
import { readApprovedTemplates } from '../src/approved-templates';

const known = ['zalo.received.vi@1', 'zalo.received.en@1', 'zalo.done.vi@1'];

describe('numbers of approved texts', () => {
  it('are found by our names, and what was not approved is named', () => {
    const { templates, missing } = readApprovedTemplates(
      '{"zalo.received.vi@1":"262541","zalo.done.vi@1":"262542"}',
      known,
    );
    expect([...templates]).toEqual([
      ['zalo.received.vi@1', '262541'],
      ['zalo.done.vi@1', '262542'],
    ]);
    expect(missing).toEqual(['zalo.received.en@1']);
  });

  it.each([
    ['no JSON', '{"zalo', 'it is no JSON'],
    ['a list', '["262541"]', 'it is no list of names and numbers'],
    ['an empty number', '{"zalo.done.vi@1":" "}', 'no number stands at zalo.done.vi@1'],
    ['a number that is no text', '{"zalo.done.vi@1":262541}', 'no number stands at zalo.done.vi@1'],
    ['a text there is not', '{"zalo.gone.vi@1":"1"}', 'there are no texts zalo.gone.vi@1'],
  ])('are refused with %s', (_what, text, why) => {
    expect(() => readApprovedTemplates(text, known)).toThrow(why);
  });
});
