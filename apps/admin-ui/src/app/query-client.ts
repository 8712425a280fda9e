import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, session } from '../api/index.js';

const FRESH_MS = 10_000;
const RETRIES_MAX = 2;

/** What a fault of the caller was answered with does not change by asking again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, error) => failures < RETRIES_MAX && (!(error instanceof ApiProblem) || (error.isPassing && error.status !== 429)),
    },
    mutations: { retry: false },
  },
});

// Whoever signs in next sees nothing of what was read before.
session.subscribe(() => {
  if (session.status() !== 'signed-in') queryClient.clear();
});
