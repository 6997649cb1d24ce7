import { startBrowser, unpackChromium } from './system/browser';
import { startSystem } from './system/system';
import { keepForTearDown } from './system/undo';

/** Runs once before all browser tests: the whole system and one browser; the tests learn where from two variables. */
export default async function setUp(): Promise<void> {
  const executable = await unpackChromium(); // alone: while it unpacks, the folder for temporary files is another one
  const [system, browser] = await Promise.all([
    keepForTearDown(startSystem(), (started) => started.stop()),
    keepForTearDown(startBrowser(executable), (started) => started.stop()),
  ]);
  process.env['MOCUA_E2E_ORIGIN'] = system.origin;
  process.env['MOCUA_E2E_OUTSIDE'] = system.outside;
  process.env['MOCUA_E2E_BROWSER'] = browser.endpoint;
}
