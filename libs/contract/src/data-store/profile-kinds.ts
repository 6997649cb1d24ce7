import type { LocalizedText } from '../kernel/scalars';

/** What a person lets us remember about themselves. */
export const profileFactKinds = [
  'phone',
  'email',
  'permanent-address',
  'current-address',
  'bank-account',
] as const;
export type ProfileFactKind = (typeof profileFactKinds)[number];

export const profileFactNames: Readonly<Record<ProfileFactKind, LocalizedText>> = {
  phone: { vi: 'Số điện thoại', en: 'Telephone number' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  'permanent-address': { vi: 'Nơi thường trú', en: 'Permanent address' },
  'current-address': { vi: 'Nơi ở hiện nay', en: 'Current address' },
  'bank-account': { vi: 'Tài khoản nhận trợ cấp', en: 'Account for allowances' },
};

/** Kinds that forms ask for; the others are only kept. */
export const fillingFactKinds: readonly ProfileFactKind[] = [
  'phone',
  'email',
  'permanent-address',
  'current-address',
  'bank-account',
];

/** `own`: the person said it, and nobody checked it; `identity`: taken from their e-identity. */
export const profileFactSources = ['own', 'identity'] as const;
export type ProfileFactSource = (typeof profileFactSources)[number];
