import type { AuthOptions } from '../auth.options.js';
import type { Mailer } from './mailer.js';
import { NoMailer } from './no-mailer.js';
import { OutboxMailer } from './outbox-mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

/** SMTP where it is configured; otherwise the outbox where somebody develops, and a refusal where nobody would see it. */
export function mailerOf({ mail, publicAdminUrl }: AuthOptions, outbox: (text: string) => void): Mailer {
  if (mail.smtpUrl !== null) return new SmtpMailer(mail.smtpUrl, `Salient <no-reply@${new URL(publicAdminUrl).hostname}>`);
  return mail.isDevelopment ? new OutboxMailer(outbox) : new NoMailer();
}
