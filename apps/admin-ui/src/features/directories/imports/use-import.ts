import type { ImportView } from '@salient/contracts/directory-imports';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, readServerEvents } from '../../../api/index.js';

const AGAIN_MS = 2_000;

/** Whether it will change by itself. */
export function isUnderWay({ status }: ImportView): boolean {
  return status === 'validating' || status === 'applying';
}

/** An import as it goes on: read once, then followed by its events for as long as something happens. */
export function useImport(path: string) {
  const client = useQueryClient();
  const query = useQuery({ queryKey: ['import', path], queryFn: ({ signal }) => api.get<ImportView>(path, {}, signal) });
  const isMoving = query.data !== undefined && isUnderWay(query.data);
  useEffect(() => {
    if (!isMoving) return;
    const left = new AbortController();
    void follow(path, left.signal, (view) => client.setQueryData(['import', path], view));
    return () => left.abort();
  }, [isMoving, path, client]);
  return query;
}

async function follow(path: string, signal: AbortSignal, onChange: (view: ImportView) => void): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await api.raw('GET', `${path}/events`, { signal });
      for await (const { event, data } of readServerEvents(response)) {
        onChange(data as unknown as ImportView);
        if (event === 'end') return;
      }
    } catch {
      // The first event of the next try is the import as it is.
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
