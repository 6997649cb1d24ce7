import { DOCUMENT, inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';

/**
 * What is no page of this application is a page of the server: the browser goes there. Only where the server itself sent the
 * browser here with such a path there is nothing to be found.
 */
export const leaveToServer: CanActivateFn = (_route, state) => {
  const router = inject(Router);
  if (router.lastSuccessfulNavigation() === null) return true;
  inject(DOCUMENT).location.assign(state.url);
  return false;
};
