import { inject, type Signal } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { KioskSession } from '../session/kiosk-session';
import { KioskVisit } from './kiosk-visit';

/** A screen without its matter in memory leads home, whatever address was reached by the history. */
function holding(matter: () => Signal<unknown>): CanActivateFn {
  return () => {
    if (matter()() !== null) return true;
    return new RedirectCommand(inject(Router).createUrlTree(['/']), { replaceUrl: true });
  };
}

export const hasResult = holding(() => inject(KioskSession).result);
export const hasProcedure = holding(() => inject(KioskVisit).procedure);
export const hasErrand = holding(() => inject(KioskVisit).errand);
export const hasPerson = holding(() => inject(KioskVisit).person);
export const hasFiled = holding(() => inject(KioskVisit).filed);
