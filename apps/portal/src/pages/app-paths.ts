import type { Routes } from '@angular/router';
import { citizenRoutes } from '@mocua/web/citizen';

/**
 * The paths of the application, as patterns for the server: everything else is a public page or is not there. Children that
 * are loaded later are not known here, so anything below their path counts.
 */
function pathsOf(routes: Routes, above: string): string[] {
  return routes.flatMap((route) => {
    if (route.path === '**' || route.path === undefined) return [];
    const path = [above, route.path].filter((part) => part !== '').join('/');
    if (route.loadChildren) return [`${path}/**`];
    if (route.children) return pathsOf(route.children, path);
    return [path];
  });
}

export const appPaths = [...new Set(pathsOf(citizenRoutes, ''))].filter((path) => path !== '');
