import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { MailUnavailable } from './mail.errors.js';
import { mailsOf } from './mails.js';
import { SmtpMailer } from './smtp-mailer.js';

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string | undefined;
  readonly secure: boolean;
  readonly message: string;
}

describe('mail by SMTP', () => {
  const received: Received[] = [];
  const servers: SMTPServer[] = [];
  afterAll(() => Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(resolve)))));

  /** A real SMTP server that takes mail from whoever knows the password. Answers its address. */
  async function smtpServer(options: SMTPServerOptions = {}): Promise<string> {
    const server = new SMTPServer({
      authOptional: true,
      hideSTARTTLS: true,
      onAuth: ({ username, password }, _session, done) =>
        password === 'pass/word' ? done(null, { user: username }) : done(new Error('wrong password')),
      onData: (stream, session, done) =>
        void text(stream).then((message) => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom ? mailFrom.address : '';
          received.push({ from, to: rcptTo.map(({ address }) => address), user: session.user, secure: session.secure, message });
          done();
        }),
      ...options,
    });
    servers.push(server);
    server.on('error', () => undefined);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  }
  const sendBy = async (url: string, mail = mailsOf('https://admin.example.com').passwordReset('ada@example.com', 'T'.repeat(43), 30)) => {
    const mailer = new SmtpMailer(url, 'Salient <no-reply@admin.example.com>');
    try {
      await mailer.send(mail);
    } finally {
      mailer.close();
    }
    return received.at(-1)!;
  };

  it('comes to whom it is for, with its link whole, from the sender that is configured', async () => {
    const host = await smtpServer();
    const mail = await sendBy(`smtp://${host}`);
    expect(mail).toMatchObject({ from: 'no-reply@admin.example.com', to: ['ada@example.com'] });
    expect(mail.message).toContain('Subject: Choose a new password');
    expect(mail.message.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(
      `https://admin.example.com/password-reset#token=${'T'.repeat(43)}`,
    );
    expect((await sendBy(`smtp://${host}?from=Help%20%3Chelp%40example.com%3E`)).from).toBe('help@example.com');
  });

  it('signs in with the user and password of the URL', async () => {
    const host = await smtpServer({ authOptional: false, allowInsecureAuth: true });
    expect((await sendBy(`smtp://mailer:pass%2Fword@${host}`)).user).toBe('mailer');
    await expect(sendBy(`smtp://mailer:wrong@${host}`)).rejects.toThrow(MailUnavailable);
  });

  it('is said not to be there when the server is away, refuses, or cannot be trusted', async () => {
    const refusing = await smtpServer({ onRcptTo: (_address, _session, done) => done(new Error('no such box')) });
    const selfSigned = await smtpServer({ secure: true, logger: false }); // its own certificate, whose key everybody knows
    for (const url of [`smtp://${refusing}`, `smtps://${selfSigned}`, 'smtp://127.0.0.1:1'])
      await expect(sendBy(url)).rejects.toThrow(MailUnavailable);
  });

  it('has no header that somebody’s account name has smuggled in', async () => {
    const host = await smtpServer();
    const name = 'Acme\r\nBcc: everybody@example.com\r\n\r\nHello';
    const mail = await sendBy(`smtp://${host}`, mailsOf('https://a.example').invitation('ada@example.com', name, 'editor', 'T', 7));
    expect(mail.to).toEqual(['ada@example.com']);
    expect(mail.message.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
  });
});
