import type { Mail } from './mailer.js';

/** What we write to people. A link's secret is in its fragment, which browsers send to no server, so that it is in no log. */
export function mailsOf(publicAdminUrl: string) {
  const link = (page: string, token: string) => `${publicAdminUrl.replace(/\/+$/, '')}/${page}#token=${token}`;
  return {
    invitation: (to: string, account: string, role: string, token: string, days: number): Mail => ({
      to,
      subject: `You are invited to ${oneLine(account)}`,
      text: `You are invited to administer ${oneLine(account)} on Salient, as ${role}. To accept, open this link within ${days} days:

${link('invitation', token)}

If you did not expect this, ignore it.
`,
    }),
    passwordReset: (to: string, token: string, minutes: number): Mail => ({
      to,
      subject: 'Choose a new password',
      text: `Somebody, you we hope, asked for a new password for ${to}. To choose it, open this link within ${minutes} minutes:

${link('password-reset', token)}

If it was not you, ignore this: your password stays as it is.
`,
    }),
    passwordChanged: (to: string): Mail => ({
      to,
      subject: 'Your password was changed',
      text: `The password of ${to} was changed, and whoever was signed in with the former one is signed out. If it was not you, ask your administrator at once.\n`,
    }),
    secondFactorRemoved: (to: string): Mail => ({
      to,
      subject: 'Your second factor was taken away',
      text: `Signing in as ${to} needs no second factor any more. If it was not you, choose a new password at once.\n`,
    }),
  };
}

export type Mails = ReturnType<typeof mailsOf>;

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\t]+/g, ' ');
}
