import { describe, expect, it } from '@jest/globals';
import { roleNames } from '@mocua/contract';
import { actorWords } from './actor-words';

describe('who did something', () => {
  it.each(Object.values(roleNames))(
    'is the unit by its official name, and the role of $vi in the language',
    ({ vi, en }) => {
      const actor = { kind: 'officer', label: `UBND xã Đồng Sen – ${vi}` } as const;
      expect(actorWords(actor, 'vi')).toBe(actor.label);
      expect(actorWords(actor, 'en')).toBe(`UBND xã Đồng Sen – ${en}`);
    },
  );

  it('is said by its kind where it is nobody of an office', () => {
    expect(actorWords({ kind: 'applicant', label: 'Người nộp hồ sơ' }, 'en')).toBeNull();
    expect(actorWords({ kind: 'system', label: 'Hệ thống' }, 'vi')).toBeNull();
  });

  it('stays as it was told where the role is not known', () => {
    expect(actorWords({ kind: 'officer', label: 'Cơ quan thuế' }, 'en')).toBe('Cơ quan thuế');
  });
});
