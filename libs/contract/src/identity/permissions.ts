/** Roles an assignment can give an officer. */
export const roles = [
  'one-stop-officer',
  'specialist',
  'leader',
  'clerk',
  'cashier',
  'inspector',
  'unit-administrator',
  'system-administrator',
  'data-protection-officer',
] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  'dossier.receive',
  'dossier.supplement',
  'dossier.refuse',
  'dossier.process',
  'dossier.approve',
  'dossier.issue',
  'dossier.return',
  'dossier.inspect',
  'device.manage',
  'catalogue.manage',
  'content.edit',
  'content.publish',
  'payment.collect',
  'payment.reconcile',
  'payment.refund',
  'cash-desk.manage',
  'rights.handle',
  'breach.record',
  'partner.manage',
  'shared-paper.read',
  'report.inspect',
  'report.release',
  'outbound.manage',
] as const;
export type Permission = (typeof permissions)[number];

/**
 * What each role may do inside the units its assignment covers. A technical administrator never reads dossiers.
 *
 * Papers that people share with an agency are read by those who receive, examine and decide there: `shared-paper.read` goes to
 * no clerk, cashier, inspector or administrator, who have nothing to examine.
 *
 * @legal NĐ 118/2025 Điều 5(1), 11, 17(5); Luật 91/2025 Điều 33(2)
 */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  'one-stop-officer': [
    'dossier.receive',
    'dossier.supplement',
    'dossier.refuse',
    'dossier.return',
    'shared-paper.read',
  ],
  specialist: ['dossier.process', 'shared-paper.read'],
  leader: ['dossier.process', 'dossier.approve', 'shared-paper.read'],
  clerk: ['dossier.issue'],
  cashier: ['payment.collect', 'payment.reconcile', 'payment.refund'],
  inspector: ['dossier.inspect', 'report.inspect'],
  // Editors of a unit write; what the whole province reads is published by its administrator.
  'unit-administrator': ['device.manage', 'content.edit'],
  'system-administrator': [
    'device.manage',
    'catalogue.manage',
    'content.edit',
    'content.publish',
    'partner.manage',
    'report.inspect',
    'report.release',
    'outbound.manage',
    'cash-desk.manage',
  ],
  // Answers people about their own data and records breaches; reads no dossier.
  'data-protection-officer': ['rights.handle', 'breach.record'],
};
