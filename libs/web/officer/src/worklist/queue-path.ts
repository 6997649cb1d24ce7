import type { Permission, Queue } from '@mocua/contract';

/** Address of each work-list, and the order of the tabs. */
const paths = {
  reception: 'tiep-nhan',
  tasks: 'can-xu-ly',
  supplement: 'bo-sung',
  return: 'tra-ket-qua',
  recent: 'gan-day',
} as const satisfies Record<Queue, string>;

const order = Object.keys(paths) as readonly Queue[];

export function pathOf(queue: Queue): string {
  return paths[queue];
}

export function queueAt(path: string): Queue | null {
  return order.find((queue) => paths[queue] === path) ?? null;
}

/** The work-lists worth showing; what is in them is the server's decision alone. */
export function queuesFor(permissions: readonly Permission[]): readonly Queue[] {
  const works = permissions.some(
    (permission) => permission.startsWith('dossier.') && permission !== 'dossier.inspect',
  );
  if (works) return order;
  return permissions.includes('dossier.inspect') ? ['recent'] : [];
}

/** Where an officer begins the day, by what the assignment is for. */
export function startPath(permissions: readonly Permission[]): string {
  if (permissions.includes('dossier.receive')) return `/viec/${paths.reception}`;
  if (queuesFor(permissions).length > 1) return `/viec/${paths.tasks}`;
  if (permissions.includes('payment.collect')) return '/quay-thu';
  if (permissions.includes('rights.handle')) return '/quyen-du-lieu';
  return permissions.includes('device.manage') ? '/thiet-bi' : `/viec/${paths.recent}`;
}
