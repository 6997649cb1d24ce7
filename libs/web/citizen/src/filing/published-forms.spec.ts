import { describe, expect, it } from '@jest/globals';
import type { FormDefinition } from '@mocua/contract';
import { compileForm, compilePublished } from '@mocua/engine/eform';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const procedures = fileURLToPath(new URL('../../../../../procedures/', import.meta.url));
const codes = readdirSync(procedures).filter((code) => existsSync(`${procedures}${code}/v1/form.json`));

// What the server checks at publication and the browser takes as it comes has to be one and the same form.
describe('the forms of the procedures', () => {
  it('are there to be compared', () => {
    expect(codes.length).toBeGreaterThanOrEqual(11);
  });

  it.each(codes)('of %s: the browser makes of it what the checking compiler makes', (code) => {
    const definition = JSON.parse(
      readFileSync(`${procedures}${code}/v1/form.json`, 'utf8'),
    ) as FormDefinition;
    const checked = compileForm(definition);
    expect(checked.ok).toBe(true);
    expect(compilePublished(definition)).toEqual(checked);
  });
});
