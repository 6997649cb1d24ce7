import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, type Visitor } from '../src/people/visitor';
import { compositionFaults, cutText, keyboardGaps, overflow, violations } from '../src/screens/checks';
import { routeTables } from '../src/screens/route-tables';
import type { Screen } from '../src/screens/screen';
import { writeScreenshots } from '../src/screens/screenshots';
import { allScreens, sideBySide } from '../src/screens/side-by-side';
import { arrange, lengthenPage, type State } from '../src/screens/states';
import { isForced, statesInTurn } from '../src/screens/turns';
import { makeWorld, type World } from '../src/screens/world';

// A browser on a busy machine now and then shows a page later than it was asked for; what fails three times is a fault.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

const groups = sideBySide();
let browser: Browser;
let world: World;

beforeAll(async () => {
  browser = await openBrowser();
  world = await makeWorld(browser);
});
afterAll(() => browser.close());

const normal = {
  portal: { width: 1366, height: 768 },
  workspace: { width: 1366, height: 768 },
  kiosk: { width: 1080, height: 1920 },
};

async function settle(visitor: Visitor, state: State): Promise<void> {
  const { page } = visitor;
  await page.getByRole('main').first().waitFor();
  if (state === 'loading') return page.waitForTimeout(300);
  await visitor.settled();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** What is wrong with forced colours in a window of 1280 px at 400 %. */
async function forcedFaults(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.emulateMedia({ forcedColors: 'active' });
  const found = [...(await violations(page)), ...(await overflow(page)), ...(await keyboardGaps(page))];
  await page.emulateMedia({ forcedColors: null });
  return found.map((text) => `with forced colours at 400 % ${text}`);
}

/** Brings a screen up in a state and answers everything that is wrong with it. */
async function inspect(screen: Screen, state: State): Promise<string[]> {
  const visitor = world.people[screen.who];
  const { page } = visitor;
  visitor.takeComplaints();
  await page.setViewportSize(normal[screen.app]);
  const restore = await arrange(page, screen.rendered === true ? 'usual' : state);
  try {
    await page.goto(screen.path(world), { waitUntil: 'load' });
    await settle(visitor, state);
    if (state === 'usual' || state === 'long') {
      await screen.reach?.(page, world);
      if (screen.reach) await settle(visitor, state);
    }
    if (screen.rendered === true && state === 'long') await lengthenPage(page);
    const found = await violations(page);
    await page.setViewportSize({ width: 320, height: 640 });
    found.push(...(await overflow(page)));
    await page.setViewportSize(normal[screen.app]);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    found.push(
      ...(await overflow(page)).map((text) => `at twice the text size ${text}`),
      ...(await cutText(page)),
    );
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    if (await writeScreenshots(page, screen.app, screen.name, state))
      await page.setViewportSize(normal[screen.app]);
    if (state === 'usual') {
      found.push(...(await keyboardGaps(page)));
      if (screen.app !== 'kiosk') found.push(...(await compositionFaults(page)));
      if (isForced(screen)) found.push(...(await forcedFaults(page)));
    }
    const complaints = visitor.takeComplaints();
    return [
      ...found,
      ...(state === 'error' ? complaints.filter((text) => !text.includes('503')) : complaints),
    ];
  } finally {
    await restore();
  }
}

/** Looks at a screen in the states whose turn it is, one after the other. */
async function inspectAll(screen: Screen): Promise<string[]> {
  const faults: string[] = [];
  for (const state of statesInTurn(screen)) {
    const found = await inspect(screen, state);
    faults.push(...found.map((fault) => `${nameOf(screen)}, ${state}: ${fault}`));
  }
  return faults;
}

const nameOf = ({ app, name }: Screen): string => `${app} ${name}`;

describe('every screen', () => {
  it('is in the list of screens when it is in a route table', () => {
    const listed = (app: Screen['app']) =>
      new Set(allScreens.filter((screen) => screen.app === app).map((screen) => screen.route));
    const tables = routeTables();
    expect(listed('portal')).toEqual(tables.portal);
    expect(listed('workspace')).toEqual(tables.workspace);
    expect(new Set([...listed('kiosk'), '**'])).toEqual(tables.kiosk); // leads to the first screen
  });

  it('is looked at', () => {
    const names = (screens: readonly Screen[]) => screens.map(nameOf).sort();
    expect(names(groups.flat())).toEqual(names(allScreens));
  });

  it.each(groups.map((screens) => [screens.map(nameOf).join(', '), screens] as const))(
    '%s can be read and worked by everybody',
    async (_, screens) => {
      expect((await Promise.all(screens.map(inspectAll))).flat()).toEqual([]);
    },
  );
});
