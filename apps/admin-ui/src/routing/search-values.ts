import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export type SearchValues = Readonly<Record<string, string | undefined>>;

/**
 * What the address says behind its `?`, and a way to change it. Filters live there, so that a link, a reload and the way back
 * lead to what was seen; changing one adds nothing to the history.
 */
export function useSearchValues(): readonly [SearchValues, (change: SearchValues) => void] {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const values = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, value == null ? undefined : String(value)]));
  const change = useCallback(
    (next: SearchValues) => {
      const given = Object.fromEntries(Object.entries(next).map(([name, value]) => [name, value || undefined]));
      void navigate({ to: '.', search: (former: object) => ({ ...former, ...given }), replace: true } as never);
    },
    [navigate],
  );
  return [values, change];
}
