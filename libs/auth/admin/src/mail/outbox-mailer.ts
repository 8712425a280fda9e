import type { Mail, Mailer } from './mailer.js';

/** Shows mail to whoever develops here, in place of sending it: each as lines for people, none of which begins with `{`. */
export class OutboxMailer implements Mailer {
  constructor(private readonly write: (text: string) => void) {}

  async send({ to, subject, text }: Mail): Promise<void> {
    const body = text.trim().split('\n').filter(Boolean);
    this.write([`Mail to ${to}: ${subject}`, ...body.map((line) => `  | ${line}`), ''].join('\n'));
  }

  close(): void {
    // nothing is open
  }
}
