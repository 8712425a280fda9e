import { createTransport, type Transporter } from 'nodemailer';
import { MailUnavailable } from './mail.errors.js';
import type { Mail, Mailer } from './mailer.js';

const CONNECT_MS = 5_000;
const SEND_MS = 15_000;

/** Hands mail to an SMTP server (RFC 5321): `smtps://user:password@host`, or `smtp://…`, which uses STARTTLS where it is offered. */
export class SmtpMailer implements Mailer {
  private readonly transport: Transporter;
  private readonly from: string;

  /**
   * @param url may name the sender as `?from=…`
   * @param defaultFrom the sender when it does not
   */
  constructor(url: string, defaultFrom: string) {
    const server = new URL(url);
    this.from = server.searchParams.get('from') ?? defaultFrom;
    server.searchParams.delete('from');
    this.transport = createTransport({
      url: server.href,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SEND_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(mail: Mail): Promise<void> {
    await this.transport.sendMail({ ...mail, from: this.from }).catch((error: unknown) => {
      throw new MailUnavailable(error);
    });
  }

  close(): void {
    this.transport.close();
  }
}
