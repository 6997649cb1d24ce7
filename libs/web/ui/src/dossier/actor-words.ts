import { roleNames, type TimelineEntry } from '@mocua/contract';

/**
 * Who did it, in the language of the page. The server names the unit and the role of an officer in Vietnamese; units keep
 * their official names, roles have an English one.
 *
 * @returns null where the kind alone says it
 */
export function actorWords({ kind, label }: TimelineEntry['actor'], language: 'vi' | 'en'): string | null {
  if (kind !== 'officer' || label === '') return null;
  if (language === 'vi') return label;
  const role = Object.values(roleNames).find(({ vi }) => label.endsWith(` – ${vi}`));
  return role === undefined ? label : `${label.slice(0, -role.vi.length)}${role.en}`;
}
