import type { ChatApi } from './chat-api.js';
import { answerOf, emptyAnswer, storedMessage, userMessage, type ChatMessage, type Rating } from './chat-message.js';
import { ChatProblem } from './chat-problem.js';
import { EMPTY, type ChatEvents, type ChatState } from './chat-state.js';
import { followTurn, type TurnSource } from './follow-turn.js';
import { persistently } from './persistently.js';
import type { PendingTurn, SessionStore } from './session-store.js';
import { heldSessionOf, type HeldSession } from './session-token.js';
import { TurnText } from './turn-text.js';

/** A session token lasts 30 days; one with less than this left is renewed when it is next used. */
const RENEW_WITHIN_MS = 10 * 24 * 3_600_000;

/** An answer that is being read. */
interface Running {
  readonly turn: TurnText;
  wantsStop: boolean;
}

/** One conversation with one agent: what was said, what is being said, and what the visitor may do about it. */
export class ChatClient {
  private current = EMPTY;
  private readonly listeners = new Set<() => void>();
  private running: Running | null = null;
  /** Ends what is under way when the conversation is left. */
  private leaving = new AbortController();

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
    if (!session) return pending && this.say(pending);
    const { signal } = this.leaving;
    this.change({ isRestoring: true });
    try {
      const stored = await persistently(() => this.api.history(session), this.connected, signal);
      this.change({ messages: stored.map(storedMessage), isRestoring: false });
      this.goOn(pending);
    } catch (error) {
      if (!signal.aborted) this.fail(error, null);
    }
  }

  /** @param sessionToken of a conversation that the site's own server has opened for its visitor */
  async identify(sessionToken: string): Promise<void> {
    const session = heldSessionOf(sessionToken);
    this.reset();
    this.store = this.forgetfulStore();
    this.store.keepSession(session);
    await this.restore();
  }

  async send(message: string): Promise<void> {
    if (this.running || this.current.isRestoring) return;
    this.events.message(message);
    await this.say({ message, clientMessageId: newKey(), turnId: null });
  }

  /** Answers the same message again, in the place of the last answer. */
  async regenerate(message: ChatMessage): Promise<void> {
    const { session } = this.store;
    if (this.running || !session || message.id === null) return;
    const { id } = message;
    const key = newKey();
    this.change({ messages: this.current.messages.map((one) => (one === message ? emptyAnswer(key) : one)), notice: null });
    try {
      await this.follow(emptyAnswer(key), null, (signal) => this.api.regenerate(session, id, key, signal));
    } catch (error) {
      this.replace(key, () => message);
      this.fail(error, null);
    }
  }

  /** Ends the answer; one whose beginning has not been heard of yet as soon as it is. */
  async stop(): Promise<void> {
    if (!this.running) return;
    this.running.wantsStop = true;
    await this.askToStop(this.running);
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
    this.startOver();
    this.change({ notice: 'erased' });
  }

  /** Leaves this conversation as it is and begins with the next message another one. */
  startOver(): void {
    this.reset();
    this.store.clear();
  }

  /** Nobody looks any more: reads nothing on. What the browser holds stays for the next time. */
  leave(): void {
    this.reset();
    this.listeners.clear();
  }

  /** The view has put what was not sent back into its field. */
  takeUnsent(): void {
    this.change({ unsent: null });
  }

  /** @param pending what this browser was waiting for when it was last here */
  private goOn(pending: PendingTurn | undefined): void {
    const { messages } = this.current;
    const last = messages.at(-1);
    if (last?.role === 'assistant' && last.state === 'running') void this.resume(last);
    else if (pending?.turnId === null) void this.sayAgain(pending);
    else this.store.keepPending(undefined);
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
    const { store } = this;
    const answer = emptyAnswer(`${clientMessageId}:answer`);
    const before = this.current.messages;
    this.change({ messages: [...before, userMessage(clientMessageId, message), answer], notice: null, unsent: null });
    store.keepPending(pending);
    const begin = async (signal: AbortSignal) => this.api.chat(await this.session(store), message, clientMessageId, signal);
    try {
      await this.follow(answer, pending, begin);
    } catch (error) {
      this.change({ messages: before });
      this.fail(error, message);
    }
  }

  private async resume(message: ChatMessage): Promise<void> {
    await this.follow(message, null, () => Promise.reject(new Error('The turn is known.')), TurnText.resumed(message));
  }

  /** Follows an answer to its end. What the service refuses before it has begun is the caller's to handle. */
  private async follow(
    message: ChatMessage,
    pending: PendingTurn | null,
    begin: TurnSource['begin'],
    turn = new TurnText(),
  ): Promise<void> {
    const { store } = this;
    const { signal } = this.leaving;
    const running: Running = { turn, wantsStop: false };
    this.running = running;
    this.change({ isAnswering: true });
    let isKnown = turn.id !== null;
    const changed = () => {
      if (!isKnown && pending) store.keepPending({ ...pending, turnId: turn.id });
      if (!isKnown && running.wantsStop) void this.askToStop(running);
      isKnown = true;
      this.replace(message.key, (one) => answerOf(one, turn));
    };
    const read: TurnSource['read'] = (turnId, offset, reading) => this.api.readTurn(store.session!, turnId, offset, reading);
    try {
      await followTurn(turn, { begin, read }, { connected: this.connected, changed }, signal);
      this.settle(store);
      this.events.answer(answerOf(message, turn));
    } catch (error) {
      if (signal.aborted) return;
      this.settle(store);
      if (turn.id === null) throw error;
      this.replace(message.key, (one) => ({ ...one, state: 'failed' }));
      this.fail(error, null);
    }
  }

  private settle(store: SessionStore): void {
    this.running = null;
    store.keepPending(undefined);
    this.change({ isAnswering: false, isConnected: true });
  }

  private async askToStop({ turn: { id } }: Running): Promise<void> {
    const { session } = this.store;
    if (!session || id === null) return;
    const { signal } = this.leaving;
    try {
      await persistently(() => this.api.stop(session, id), this.connected, signal);
    } catch (error) {
      if (!signal.aborted) this.events.error(error as Error);
    }
  }

  private async session(store: SessionStore): Promise<HeldSession> {
    const held = store.session;
    const leftMs = held ? Date.parse(held.expires_at) - Date.now() : 0;
    if (held && leftMs > RENEW_WITHIN_MS) return held;
    const session = held && leftMs > 0 ? await this.api.renew(held) : await this.api.openSession();
    store.keepSession(session);
    return session;
  }

  private reset(): void {
    this.leaving.abort(new DOMException('The conversation was left.', 'AbortError'));
    this.leaving = new AbortController();
    this.running = null;
    this.current = EMPTY;
    this.change({});
  }

  private fail(error: unknown, unsent: string | null): void {
    this.events.error(error as Error);
    if (error instanceof ChatProblem && error.meansSessionIsGone) {
      this.startOver();
      return this.change({ notice: 'ended', unsent });
    }
    const isTooMuch = error instanceof ChatProblem && error.status === 429;
    this.change({ isRestoring: false, notice: isTooMuch ? 'rateLimited' : 'unavailable', unsent });
  }

  private readonly connected = (isConnected: boolean) => {
    if (isConnected !== this.current.isConnected) this.change({ isConnected });
  };

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
