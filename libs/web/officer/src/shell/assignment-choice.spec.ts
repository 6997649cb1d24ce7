import { describe, expect, it } from '@jest/globals';
import type { AssignmentId, AssignmentView, UnitId } from '@mocua/contract';
import { initialAssignment } from './assignment-choice';

function assignment(id: string): AssignmentView {
  return {
    assignmentId: id as AssignmentId,
    unitId: 'unit' as UnitId,
    unitName: 'Sở Tư pháp',
    role: 'specialist',
    signingCapacity: null,
    standsInFor: null,
    permissions: ['dossier.process'],
    validTo: null,
  };
}

describe('the assignment an officer begins with', () => {
  const two = [assignment('a'), assignment('b')];

  it('is the only one', () => {
    expect(initialAssignment([assignment('a')], null)?.assignmentId).toBe('a');
  });
  it('is left to the officer when there are several', () => {
    expect(initialAssignment(two, null)).toBeNull();
  });
  it('is the one chosen earlier in the session', () => {
    expect(initialAssignment(two, 'b')?.assignmentId).toBe('b');
  });
  it('is asked for again when the earlier one is no longer held', () => {
    expect(initialAssignment(two, 'gone')).toBeNull();
  });
  it('is none without any assignment', () => {
    expect(initialAssignment([], 'a')).toBeNull();
  });
});
