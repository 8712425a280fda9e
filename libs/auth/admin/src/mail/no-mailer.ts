import { MailUnavailable } from './mail.errors.js';
import type { Mailer } from './mailer.js';

/** Where no SMTP server is configured, and nobody reads an outbox: it says so rather than lose a link. */
export class NoMailer implements Mailer {
  async send(): Promise<void> {
    throw new MailUnavailable(new Error('SMTP_URL is not set'));
  }

  close(): void {
    // nothing is open
  }
}
