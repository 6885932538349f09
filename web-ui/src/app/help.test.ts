import type { RouteObject } from 'react-router';
import { expect, it } from 'vitest';
import { newQueryClient } from '../api';
import { topicOf } from '../help/topics';
import { routes } from './routes';

/** The addresses of all pages below a route, with something in place of each parameter. */
function addresses(route: RouteObject, above = ''): string[] {
  const here = route.path === undefined ? above : `${above}/${route.path}`.replaceAll('//', '/');
  const below = (route.children ?? []).flatMap((child) => addresses(child, here));
  if (route.children !== undefined) return below;
  const whole = here.replace(/:\w+\?/g, '').replace(/:\w+/g, 'x');
  return [whole === '/' ? whole : whole.replace(/\/\*?$/, '')];
}

it('help has a topic of its own for every page', () => {
  const pages = routes(newQueryClient())
    .flatMap((route) => addresses(route))
    // A visitor's page stands outside of the frame, and so of its help.
    .filter((page) => page !== '' && page !== '/signed-in' && !page.startsWith('/p/'));
  expect(pages.length).toBeGreaterThan(35);
  expect(pages).toContain('/t/x/members/x');
  expect(pages.filter((page) => topicOf(page) === 'other')).toEqual([]);
});
