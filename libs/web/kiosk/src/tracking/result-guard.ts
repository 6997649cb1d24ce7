import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { KioskSession } from '../session/kiosk-session';

/** Without an answer in memory there is no result to show, whatever address was reached by the history. */
export const hasResult: CanActivateFn = () => {
  if (inject(KioskSession).result() !== null) return true;
  return new RedirectCommand(inject(Router).createUrlTree(['/']), { replaceUrl: true });
};
