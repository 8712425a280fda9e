import type { ChatApi } from './chat-api.js';
import { answerOf, emptyAnswer, storedMessage, userMessage, type ChatMessage, type Rating } from './chat-message.js';
import { ChatProblem } from './chat-problem.js';
import { followTurn, type TurnSource } from './follow-turn.js';
import type { PendingTurn, SessionStore } from './session-store.js';
import { heldSessionOf, type HeldSession } from './session-token.js';
import { TurnText } from './turn-text.js';

/** What the visitor is told besides the messages; the view has the words. */
export type Notice = 'rateLimited' | 'unavailable' | 'ended' | 'erased';

export interface ChatState {
  readonly messages: readonly ChatMessage[];
  readonly isAnswering: boolean;
  readonly isConnected: boolean;
  readonly notice: Notice | null;
  /** A message that was not taken, given back to be sent again. */
  readonly unsent: string | null;
}

export interface ChatEvents {
  message(text: string): void;
  answer(message: ChatMessage): void;
  error(problem: Error): void;
}

const EMPTY: ChatState = { messages: [], isAnswering: false, isConnected: true, notice: null, unsent: null };
/** A session token lasts 30 days; one with less than this left is renewed when it is next used. */
const RENEW_WITHIN_MS = 10 * 24 * 3_600_000;

/** One conversation with one agent: what was said, what is being said, and what the visitor may do about it. */
export class ChatClient {
  private current = EMPTY;
  private readonly listeners = new Set<() => void>();
  private running: { readonly turn: TurnText; readonly controller: AbortController } | null = null;

  constructor(
    private readonly api: ChatApi,
    private store: SessionStore,
    private readonly events: ChatEvents,
    /** Makes a store that forgets: for a conversation that the site hands over. */
    private readonly forgetfulStore: () => SessionStore,
  ) {}

  get state(): ChatState {
    return this.current;
  }

  subscribe(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Brings back the conversation that this browser holds, and reads on where an answer was under way. */
  async restore(): Promise<void> {
    const { session, pending } = this.store;
    if (!session) return;
    try {
      const messages = (await this.api.history(session)).map(storedMessage);
      this.change({ messages });
      const last = messages.at(-1);
      if (last?.role === 'assistant' && last.state === 'running') void this.resume(session, last);
      else if (pending?.turnId === null) void this.sayAgain(pending);
      else this.store.keepPending(undefined);
    } catch (error) {
      this.fail(error, null);
    }
  }

  /** @param sessionToken of a conversation that the site's own server has opened for its visitor */
  async identify(sessionToken: string): Promise<void> {
    const session = heldSessionOf(sessionToken);
    this.abandon();
    this.store = this.forgetfulStore();
    this.store.keepSession(session);
    await this.restore();
  }

  async send(message: string): Promise<void> {
    if (this.running) return;
    const pending = { message, clientMessageId: newKey(), turnId: null };
    this.events.message(message);
    await this.say(pending);
  }

  /** Answers the same message again, in the place of the last answer. */
  async regenerate(message: ChatMessage): Promise<void> {
    const { session } = this.store;
    if (this.running || !session || message.id === null) return;
    const { id } = message;
    const key = newKey();
    const answer = emptyAnswer(key);
    this.change({ messages: this.current.messages.map((one) => (one === message ? answer : one)) });
    try {
      await this.follow(
        answer,
        this.source(session, (signal) => this.api.regenerate(session, id, key, signal)),
        null,
      );
    } catch (error) {
      this.replace(key, () => message);
      this.fail(error, null);
    }
  }

  async stop(): Promise<void> {
    const { session } = this.store;
    const turnId = this.running?.turn.id;
    if (session && turnId) await this.api.stop(session, turnId).catch((error: unknown) => this.events.error(error as Error));
  }

  async rate(message: ChatMessage, rating: Rating | null): Promise<void> {
    const { session } = this.store;
    if (!session || message.id === null) return;
    this.replace(message.key, (one) => ({ ...one, feedback: rating }));
    try {
      await this.api.rate(session, message.id, rating);
    } catch (error) {
      this.replace(message.key, (one) => ({ ...one, feedback: message.feedback }));
      this.events.error(error as Error);
    }
  }

  /** Takes the conversation away, here and at the service. */
  async erase(): Promise<void> {
    const { session } = this.store;
    try {
      if (session) await this.api.erase(session);
    } catch (error) {
      if (!(error instanceof ChatProblem && error.meansSessionIsGone)) return this.fail(error, null);
    }
    this.abandon();
    this.change({ notice: 'erased' });
  }

  /** Leaves this conversation as it is and begins with the next message another one. */
  startOver(): void {
    this.abandon();
  }

  /** The view has put what was not sent back into its field. */
  takeUnsent(): void {
    this.change({ unsent: null });
  }

  private abandon(): void {
    this.running?.controller.abort(new DOMException('The conversation was left.', 'AbortError'));
    this.running = null;
    this.store.clear();
    this.current = EMPTY;
    this.change({});
  }

  /**
   * Nobody knows whether a message arrived that was cut off before its answer began: sending it again under its own name finds
   * the turn that it began, or begins it.
   */
  private async sayAgain(pending: PendingTurn): Promise<void> {
    const { messages } = this.current;
    const last = messages.findLastIndex(({ role }) => role === 'user');
    if (messages[last]?.text === pending.message) this.change({ messages: messages.slice(0, last) });
    await this.say(pending);
  }

  private async say(pending: PendingTurn): Promise<void> {
    const { message, clientMessageId } = pending;
    const answer = emptyAnswer(`${clientMessageId}:answer`);
    const before = this.current.messages;
    this.change({ messages: [...before, userMessage(clientMessageId, message), answer], isAnswering: true, notice: null, unsent: null });
    try {
      const session = await this.session();
      this.store.keepPending(pending);
      const source = this.source(session, (signal) => this.api.chat(session, message, clientMessageId, signal));
      await this.follow(answer, source, pending);
    } catch (error) {
      this.change({ messages: before, isAnswering: false });
      this.fail(error, message);
    }
  }

  private async resume(session: HeldSession, message: ChatMessage): Promise<void> {
    const turn = new TurnText();
    turn.id = message.id;
    await this.follow(
      message,
      this.source(session, () => Promise.reject(new Error('The turn is known.'))),
      null,
      turn,
    );
  }

  /** Follows an answer to its end. What the service refuses before it has begun is the caller's to handle. */
  private async follow(message: ChatMessage, source: TurnSource, pending: PendingTurn | null, turn = new TurnText()): Promise<void> {
    const controller = new AbortController();
    const running = { turn, controller };
    this.running = running;
    this.change({ isAnswering: true });
    const show = (change: (one: ChatMessage) => ChatMessage) => this.replace(message.key, change);
    let isKept = turn.id !== null;
    try {
      await followTurn(
        turn,
        source,
        {
          connected: (isConnected) => {
            if (isConnected !== this.current.isConnected) this.change({ isConnected });
          },
          changed: () => {
            if (!isKept && pending) this.store.keepPending({ ...pending, turnId: turn.id });
            isKept = true;
            show((one) => answerOf(one, turn));
          },
        },
        controller.signal,
      );
      this.events.answer(answerOf(message, turn));
    } catch (error) {
      if (controller.signal.aborted) return;
      if (turn.id === null) throw error;
      show((one) => ({ ...one, state: 'failed' }));
      this.fail(error, null);
    } finally {
      if (this.running === running) {
        this.running = null;
        this.store.keepPending(undefined);
        this.change({ isAnswering: false, isConnected: true });
      }
    }
  }

  private source(session: HeldSession, begin: TurnSource['begin']): TurnSource {
    return { begin, read: (turnId, offset, signal) => this.api.readTurn(session, turnId, offset, signal) };
  }

  private async session(): Promise<HeldSession> {
    const held = this.store.session;
    const leftMs = held ? Date.parse(held.expires_at) - Date.now() : 0;
    if (held && leftMs > RENEW_WITHIN_MS) return held;
    const session = held && leftMs > 0 ? await this.api.renew(held) : await this.api.openSession();
    this.store.keepSession(session);
    return session;
  }

  private fail(error: unknown, unsent: string | null): void {
    this.events.error(error as Error);
    if (error instanceof ChatProblem && error.meansSessionIsGone) {
      this.abandon();
      return this.change({ notice: 'ended', unsent });
    }
    this.change({ notice: error instanceof ChatProblem && error.status === 429 ? 'rateLimited' : 'unavailable', unsent });
  }

  private replace(key: string, change: (message: ChatMessage) => ChatMessage): void {
    this.change({ messages: this.current.messages.map((one) => (one.key === key ? change(one) : one)) });
  }

  private change(change: Partial<ChatState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** A name for a request: the service tells by it that a repeat is one. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
