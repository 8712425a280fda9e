/** One message to one person, as plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Where mail goes out. */
export interface Mailer {
  /** @throws MailUnavailable when it cannot be handed over now */
  send(mail: Mail): Promise<void>;
  /** Lets go of connections. */
  close(): void;
}

export const MAILER = Symbol('Mailer');
