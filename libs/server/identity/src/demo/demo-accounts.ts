import { demoAssignments } from './demo-assignments';
import { demoOrganisations, demoPeople } from './demo-people';

/** An account somebody can try the demo province with. */
export interface DemoAccount {
  /** Key of the person or organisation; the sandbox uses it as the subject. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** `vneid`: the portal; `sso`: the officers' workspace. */
  readonly provider: 'vneid' | 'sso';
  /** Path on the portal's origin where the account is of use. */
  readonly path: '/' | '/can-bo/';
}

/** Everybody who can sign in, citizens first, in the order in which a tester meets them. */
export function demoAccounts(): readonly DemoAccount[] {
  const citizens = [...demoPeople, ...demoOrganisations]
    .filter((party) => party.vneid)
    .map(({ key, name, description }): DemoAccount => ({
      key,
      name,
      description,
      provider: 'vneid',
      path: '/',
    }));
  const officers = demoPeople.flatMap(({ key, name }): DemoAccount[] => {
    const held = demoAssignments.filter((assignment) => assignment.person === key);
    const description = held.map((assignment) => assignment.description).join('; ');
    return held.length === 0 ? [] : [{ key, name, description, provider: 'sso', path: '/can-bo/' }];
  });
  return [...citizens, ...officers];
}
