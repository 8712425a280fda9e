import type { HeldSession } from './session-token.js';

/** A message on its way: enough to send it again, or to read on, after a reload. */
export interface PendingTurn {
  readonly message: string;
  readonly clientMessageId: string;
  /** Null until the service has said which turn it is. */
  readonly turnId: string | null;
}

interface Stored {
  readonly session?: HeldSession;
  readonly pending?: PendingTurn;
}

/**
 * What a browser keeps of a conversation: one entry of localStorage for each account and agent. Where storage is refused
 * (private windows, embedded pages), the conversation lives as long as the page.
 */
export class SessionStore {
  private memory: Stored = {};

  /** @param key null for a conversation that is somebody else's to keep */
  constructor(private readonly key: string | null) {}

  get session(): HeldSession | undefined {
    return this.read().session;
  }

  get pending(): PendingTurn | undefined {
    return this.read().pending;
  }

  keepSession(session: HeldSession): void {
    this.write({ ...this.read(), session });
  }

  keepPending(pending: PendingTurn | undefined): void {
    this.write({ ...this.read(), pending });
  }

  clear(): void {
    this.write({});
  }

  private read(): Stored {
    if (this.key === null) return this.memory;
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? '{}') as Stored;
    } catch {
      return this.memory;
    }
  }

  private write(stored: Stored): void {
    this.memory = stored;
    if (this.key === null) return;
    try {
      if (stored.session || stored.pending) localStorage.setItem(this.key, JSON.stringify(stored));
      else localStorage.removeItem(this.key);
    } catch {
      // Refused or full: the memory has it.
    }
  }
}
