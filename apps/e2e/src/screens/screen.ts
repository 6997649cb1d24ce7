import type { Page } from 'playwright-core';
import type { State } from './states';
import type { Watcher, World } from './world';

/** One screen of a front end, in the states it can be in. */
export interface Screen {
  readonly app: 'portal' | 'workspace' | 'kiosk';
  /** Entry in the route table it comes from. */
  readonly route: string;
  /** Name of its pictures. */
  readonly name: string;
  readonly who: Watcher;
  readonly path: (world: World) => string;
  /** States besides the usual one. */
  readonly states: readonly State[];
  /** Rendered on the server: its states are states of the page, not of calls. */
  readonly rendered?: boolean;
  /** What a person does on the page until the screen is there. */
  readonly reach?: (page: Page, world: World) => Promise<unknown>;
}

/** States of a screen that reads something, and of one that reads a list. */
export const read: readonly State[] = ['loading', 'error', 'long'];
export const list: readonly State[] = ['empty', ...read];

/** Waits for a heading of any level. */
export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name }).first().waitFor();

/** Presses the first button whose name begins so. */
export const press = (name: string) => (page: Page) =>
  page
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .first()
    .click();
