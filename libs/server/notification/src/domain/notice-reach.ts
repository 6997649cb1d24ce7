import type { NoticeReach } from '@mocua/contract';

type ReachState = NonNullable<NoticeReach['last']>['sent'][number]['state'];

const hopeless: ReadonlySet<ReachState> = new Set(['failed', 'refused', 'no-contact', 'off']);

/**
 * Whether a notice came through on no channel. Whoever turned every channel off wants to look into the portal, and is not
 * phoned for that; of those without any address or with dead ones the officer must know.
 */
export function isUnreached(states: readonly ReachState[]): boolean {
  return (
    states.length > 0 &&
    states.every((state) => hopeless.has(state)) &&
    states.some((state) => state !== 'off')
  );
}
