import { Outlet } from '@tanstack/react-router';
import { useMe } from '../api/index.js';
import { NotFoundPage } from './not-found-page.js';

/** The platform's pages exist for platform admins. */
export function PlatformGate() {
  return useMe().platform_admin ? <Outlet /> : <NotFoundPage />;
}
