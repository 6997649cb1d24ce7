import { wireDisplay } from './display';
import { wireErrors } from './errors';
import { wireLogout } from './logout';
import { wirePrint } from './print';
import { wireReadAloud } from './read-aloud';
import { wireSearch } from './search-box';
import { wireTracking } from './tracking';

/**
 * What the public pages gain where script runs. Every page is whole without it; it starts no framework, holds no texts and
 * writes no markup from strings.
 */
export function startPageScript(): void {
  for (const wire of [
    wireErrors,
    wireSearch,
    wireTracking,
    wireDisplay,
    wireLogout,
    wirePrint,
    wireReadAloud,
  ])
    wire(document);
}
