import { kioskScreens } from './kiosk-screens';
import { portalScreens } from './portal-screens';
import type { Screen } from './screen';
import { statesInTurn } from './turns';
import { workspaceScreens } from './workspace-screens';

export const allScreens: readonly Screen[] = [...portalScreens, ...workspaceScreens, ...kioskScreens];

/**
 * The screens in groups of at most two that can be looked at at once, since a browser draws two pages in little more time than
 * one. Those of a group belong to different people; a kiosk never stands beside a person's own pages, because both take up the
 * same draft.
 */
export function sideBySide(): readonly (readonly Screen[])[] {
  const [own, open] = [
    portalScreens.filter(({ who }) => who !== 'visitor'),
    portalScreens.filter(({ who }) => who === 'visitor'),
  ];
  return [...zipped(own, workspaceScreens), ...zipped(open, kioskScreens)];
}

function zipped(left: readonly Screen[], right: readonly Screen[]): readonly (readonly Screen[])[] {
  const [one, other] = [left, right].map((screens) =>
    [...screens].sort((a, b) => statesInTurn(b).length - statesInTurn(a).length),
  );
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, row) =>
    [one?.[row], other?.[row]].filter((each) => each !== undefined),
  );
}
