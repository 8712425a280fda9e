import type { IncomingHttpHeaders } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import type { Dispatcher } from 'undici';

/** Of an answer that is no stream, so much is kept: enough for the log. */
const OTHER_BODY_UNITS_MAX = 10_000;
/** What may still come behind an answer's last word before the connection is given up. */
const REST_BYTES_MAX = 100_000;

/** An answer that is no event stream, with the start of its body. */
export interface OtherAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type CallOutcome =
  | { readonly kind: 'streamed' }
  | { readonly kind: 'other'; readonly answer: OtherAnswer }
  /** The connection failed, before the stream had begun or in the middle of it. */
  | { readonly kind: 'broken'; readonly error: Error; readonly begun: boolean };

/**
 * One HTTP call that is answered with an event stream, on undici's own callbacks
 * (https://undici.nodejs.org/#/docs/api/Dispatcher): a stream object for each answer costs more than what is done with it.
 */
export class EventStreamCall implements Dispatcher.DispatchHandler {
  private readonly outcome = Promise.withResolvers<CallOutcome>();
  private controller: Dispatcher.DispatchController | null = null;
  private decoder: StringDecoder | null = null;
  private other: { -readonly [Key in keyof OtherAnswer]: OtherAnswer[Key] } | null = null;
  private isSettled = false;
  private restBytes = 0;

  /** @param onText takes the next piece of the stream; answers whether it was the last one that matters */
  constructor(private readonly onText: (text: string) => boolean) {}

  /**
   * Resolves when the stream has ended, or said its last word: then only its end is to come, and the connection is kept for
   * the next call.
   *
   * @throws what `onText` throws, or the reason of {@link abort}
   */
  send(dispatcher: Dispatcher, options: Dispatcher.DispatchOptions): Promise<CallOutcome> {
    dispatcher.dispatch(options, this);
    return this.outcome.promise;
  }

  /** Ends the call, also where it is answered. */
  abort(reason: unknown): void {
    if (!this.isSettled) this.fail(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.isSettled) controller.abort(new Error('The call was aborted before it began.'));
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return; // the answer itself is still to come
    if (status === 200 && String(headers['content-type']).startsWith('text/event-stream')) this.decoder = new StringDecoder('utf8');
    else this.other = { status, headers, body: '' };
  }

  onResponseData(controller: Dispatcher.DispatchController, bytes: Buffer): void {
    if (this.other) return this.keep(this.other, controller, bytes);
    if (this.isSettled) {
      this.restBytes += bytes.length;
      if (this.restBytes > REST_BYTES_MAX) controller.abort(new Error('The answer goes on behind its end.'));
      return;
    }
    try {
      if (this.onText(this.decoder!.write(bytes))) this.settle({ kind: 'streamed' });
    } catch (error) {
      this.fail(error);
    }
  }

  onResponseEnd(): void {
    this.settle(this.other ? { kind: 'other', answer: this.other } : { kind: 'streamed' });
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    this.settle(this.other ? { kind: 'other', answer: this.other } : { kind: 'broken', error, begun: this.decoder !== null });
  }

  private keep(other: NonNullable<typeof this.other>, controller: Dispatcher.DispatchController, bytes: Buffer): void {
    other.body += bytes.toString();
    if (other.body.length <= OTHER_BODY_UNITS_MAX) return;
    this.settle({ kind: 'other', answer: other });
    controller.abort(new Error('Enough of the answer is known.'));
  }

  private settle(outcome: CallOutcome): void {
    this.isSettled = true;
    this.outcome.resolve(outcome);
  }

  private fail(reason: unknown): void {
    this.isSettled = true;
    this.outcome.reject(reason);
    this.controller?.abort(reason instanceof Error ? reason : new Error('The call was aborted.', { cause: reason }));
  }
}
