import type { Attempt } from './attempts.js';

const SECONDS = 15 * 60;
const AT_ONE_PLACE = { name: 'sign-in at', max: 10, seconds: SECONDS };
const OF_ONE_PERSON = { name: 'sign-in of', max: 100, seconds: SECONDS };
const FROM_ONE_PLACE = { name: 'sign-in from', max: 100, seconds: SECONDS };
const MAIL_TO = { name: 'mail to', max: 3, seconds: 3_600 };
const MAIL_FROM = { name: 'mail from', max: 30, seconds: 3_600 };

/**
 * What a sign-in counts as. Guessing at one person from one place ends soon; that person can still sign in from elsewhere,
 * until guesses from everywhere become many.
 */
export function signInAttempts(email: string, address: string): Attempt[] {
  const person = email.toLowerCase();
  return [
    { limit: FROM_ONE_PLACE, subject: address },
    { limit: AT_ONE_PLACE, subject: `${person} ${address}` },
    { limit: OF_ONE_PERSON, subject: person },
  ];
}

/** What asking for a mail counts as: nobody's box is filled. */
export function mailAttempts(email: string, address: string): Attempt[] {
  return [
    { limit: MAIL_FROM, subject: address },
    { limit: MAIL_TO, subject: email.toLowerCase() },
  ];
}
