import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { Session } from './session';

/** Lets only signed-in people pass; others are asked to sign in at `loginPath`, and come back afterwards. */
export function signedIn(loginPath: string): CanActivateFn {
  return async (_route, state) => {
    const router = inject(Router);
    const status = await inject(Session).known();
    if (status === 'signed-in') return true;
    const login = router.createUrlTree([loginPath], { queryParams: { tiepTuc: state.url } });
    return new RedirectCommand(login, { replaceUrl: true });
  };
}
