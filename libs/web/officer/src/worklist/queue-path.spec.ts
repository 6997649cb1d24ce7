import { describe, expect, it } from '@jest/globals';
import { permissionsOf, roles } from '@mocua/contract';
import { pathOf, queueAt, queuesFor, startPath } from './queue-path';

describe('the work-lists of a role', () => {
  it('finds every work-list again by its address', () => {
    for (const queue of queuesFor(['dossier.receive'])) expect(queueAt(pathOf(queue))).toBe(queue);
    expect(queueAt('khong-co')).toBeNull();
  });

  it.each([
    ['one-stop-officer', '/viec/tiep-nhan', 5],
    ['specialist', '/viec/can-xu-ly', 5],
    ['leader', '/viec/can-xu-ly', 5],
    ['clerk', '/viec/can-xu-ly', 5],
    ['cashier', '/quay-thu', 0],
    ['inspector', '/viec/gan-day', 1],
    ['unit-administrator', '/thiet-bi', 0],
    ['system-administrator', '/thiet-bi', 0],
  ] as const)('a %s starts at %s and sees %i work-lists', (role, start, count) => {
    expect(startPath(permissionsOf[role])).toBe(start);
    expect(queuesFor(permissionsOf[role])).toHaveLength(count);
  });

  it('knows every role', () => {
    for (const role of roles) expect(startPath(permissionsOf[role])).toMatch(/^\//u);
  });
});
