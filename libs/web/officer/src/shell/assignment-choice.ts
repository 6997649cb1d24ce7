import type { AssignmentView } from '@mocua/contract';

/**
 * Which assignment an officer acts under when the workspace opens: the one chosen earlier in this session if it is
 * still held, the only one if there is just one, otherwise none until the officer chooses.
 */
export function initialAssignment(
  assignments: readonly AssignmentView[],
  remembered: string | null,
): AssignmentView | null {
  const earlier = assignments.find((assignment) => assignment.assignmentId === remembered);
  if (earlier) return earlier;
  const [only, ...others] = assignments;
  return only && others.length === 0 ? only : null;
}
