import { fill, type Messages } from '@salient/visitor';
import { h, iconButton } from './dom.js';

export interface ComposerActions {
  send(text: string): void;
  stop(): void;
}

/** Where a visitor writes. Enter sends, with Shift it breaks the line; while an answer comes, the button stops it. */
export class Composer {
  readonly element: HTMLFormElement;
  private readonly field: HTMLTextAreaElement;
  private readonly fault = h('p', { class: 'fault', role: 'alert' });
  private readonly sendButton: HTMLButtonElement;
  private readonly stopButton: HTMLButtonElement;
  private isAnswering = false;
  private isRestoring = false;

  constructor(
    private readonly messages: Messages,
    private readonly charactersMax: number,
    private readonly on: ComposerActions,
  ) {
    this.field = h('textarea', {
      name: 'message',
      rows: '1',
      dir: 'auto',
      placeholder: messages.placeholder,
      'aria-label': messages.placeholder,
      enterkeyhint: 'send',
      autocomplete: 'off',
      oninput: () => this.grow(),
      onkeydown: (event) => this.keyDown(event as KeyboardEvent),
    });
    this.sendButton = iconButton('send', messages.send, () => this.submit(), 'send');
    this.stopButton = iconButton('stop', messages.stop, on.stop, 'send stop');
    this.stopButton.hidden = true;
    const onsubmit = (event: Event) => {
      event.preventDefault();
      this.submit();
    };
    this.element = h(
      'form',
      { class: 'composer', onsubmit },
      this.fault,
      h('div', { class: 'field' }, this.field, this.sendButton, this.stopButton),
    );
  }

  focus(): void {
    this.grow();
    this.field.focus({ preventScroll: true });
  }

  /** Gives back what could not be sent, unless the visitor has gone on writing. */
  restore(text: string): void {
    if (this.field.value === '') this.field.value = text;
    this.grow();
  }

  /** While the conversation is being fetched a visitor may write, but not send. */
  show(isAnswering: boolean, isRestoring: boolean): void {
    this.isRestoring = isRestoring;
    this.sendButton.disabled = isRestoring;
    if (isAnswering === this.isAnswering) return;
    this.isAnswering = isAnswering;
    const hadFocus = (isAnswering ? this.sendButton : this.stopButton).matches(':focus');
    this.sendButton.hidden = isAnswering;
    this.stopButton.hidden = !isAnswering;
    if (hadFocus) this.focus();
  }

  private submit(): void {
    const text = this.field.value.trim();
    if (text === '' || this.isAnswering || this.isRestoring) return;
    const count = [...text].length;
    if (count > this.charactersMax) {
      this.fault.textContent = fill(this.messages.tooLong, { count, max: this.charactersMax });
      return;
    }
    this.field.value = '';
    this.grow();
    this.on.send(text);
  }

  private keyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  private grow(): void {
    this.fault.textContent = '';
    if (!this.field.isConnected) return;
    this.field.style.setProperty('height', 'auto');
    this.field.style.setProperty('height', `${this.field.scrollHeight}px`);
  }
}
