import { hash, verify, type Options } from '@node-rs/argon2';

/** argon2id with OWASP's parameters (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html): 19 MiB, 2 passes. */
const PARAMETERS: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes that run at once: each takes 19 MiB and a core for a while. */
const CONCURRENCY_MAX = 4;

/** A hash of nothing that anybody has: comparing with it costs as much as comparing with a real one. */
const decoy = hash('no user has this password', PARAMETERS);

export async function hashPassword(password: string): Promise<string> {
  return slot(() => hash(password.normalize('NFKC'), PARAMETERS));
}

/** Compares a password with a stored hash; without one it takes as long and answers false. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const matches = await slot(async () => verify(stored ?? (await decoy), password.normalize('NFKC'), PARAMETERS));
  return matches && stored !== null;
}

let running = 0;
const waiting: (() => void)[] = [];

async function slot<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= CONCURRENCY_MAX) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
