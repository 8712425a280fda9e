import type { Role } from '@salient/contracts/admin';
import { onlineManager } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type AnyRoute,
  type RouteComponent,
} from '@tanstack/react-router';
import { features } from './features.js';
import { FaultPage } from './fault-page.js';
import { Home } from './home.js';
import { NotFoundPage } from './not-found-page.js';
import { PlatformGate } from './platform-gate.js';
import { RoleGate } from './role-gate.js';
import { Shell } from './shell.js';
import { SignedInGate } from './signed-in-gate.js';
import type { Area } from '../routing/feature.js';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: FaultPage });

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: () => (
    <SignedInGate>
      <Shell>
        <Outlet />
      </Shell>
    </SignedInGate>
  ),
});

const home = createRoute({ getParentRoute: () => signedIn, path: '/', component: Home });

/** Any other address: said inside the frame, so that the way on is there. */
const elsewhere = createRoute({ getParentRoute: () => signedIn, path: '$', component: NotFoundPage });

/** Each area's own route; its pages hang below. */
const areas: Readonly<Record<Area, AnyRoute>> = {
  account: createRoute({ getParentRoute: () => signedIn, path: 'accounts/$account', component: Outlet }),
  platform: createRoute({ getParentRoute: () => signedIn, path: 'platform', component: PlatformGate }),
  person: createRoute({ getParentRoute: () => signedIn, path: 'you', component: Outlet }),
  open: createRoute({ getParentRoute: () => root, id: 'open', component: Outlet }),
};

function pagesOf(area: Area): AnyRoute[] {
  return features
    .flatMap((feature) => feature.pages)
    .filter((page) => page.area === area)
    .map(({ path, load, role }) => {
      const page: RouteComponent = lazyRouteComponent(() => onceOnline().then(load));
      return createRoute({
        getParentRoute: () => areas[area],
        path: path === '' ? '/' : path,
        component: role ? gated(page, role) : page,
      });
    });
}

/**
 * Without a network no page is asked for: the router takes a file that does not come for one of an older version, and loads
 * everything anew, which would end in the browser's own page.
 */
function onceOnline(): Promise<void> {
  if (onlineManager.isOnline()) return Promise.resolve();
  return new Promise((resolve) => {
    const unsubscribe = onlineManager.subscribe((isOnline) => {
      if (!isOnline) return;
      unsubscribe();
      resolve();
    });
  });
}

function gated(Page: RouteComponent, role: Role): RouteComponent {
  const Gated = () => (
    <RoleGate role={role}>
      <Page />
    </RoleGate>
  );
  return Object.assign(Gated, { preload: Page.preload });
}

const routeTree = root.addChildren([
  areas.open.addChildren(pagesOf('open')),
  signedIn.addChildren([
    home,
    elsewhere,
    areas.account.addChildren(pagesOf('account')),
    areas.platform.addChildren(pagesOf('platform')),
    areas.person.addChildren(pagesOf('person')),
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: FaultPage,
  defaultNotFoundComponent: NotFoundPage,
});
