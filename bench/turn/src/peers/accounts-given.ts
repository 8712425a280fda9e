import type { Account } from '../accounts.js';

/** What the benchmark tells a peer in its environment. */
export const port = Number(process.env['PORT']);
export const modelUrl = process.env['LLM_BASE_URL'] ?? '';
export const accounts = new Map((JSON.parse(process.env['ACCOUNTS'] ?? '[]') as Account[]).map((account) => [account.slug, account]));
