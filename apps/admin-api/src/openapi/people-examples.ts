import type { AccessToken, Invitation, Me, Member, SignInSessionView } from '@salient/contracts/admin';
import type { RouteExamples } from '@salient/platform';
import { ACCOUNT, CREATED, LATER, page, PERSON } from './example-values.js';

const email = 'mara@harbor-clinic.example';
const password = 'correct horse battery staple';
const session: AccessToken = { access_token: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.…', token_type: 'Bearer', expires_in: 900 };
const me: Me = {
  id: PERSON,
  email,
  name: 'Mara Lindqvist',
  platform_admin: false,
  totp_enabled: true,
  memberships: [{ account_id: ACCOUNT, account: 'harbor-clinic', role: 'owner' }],
};
const here: SignInSessionView = {
  id: '01a20ec4-e9f0-7182-8d90-5e6f70819203',
  created_at: CREATED,
  last_used_at: LATER,
  expires_at: '2026-03-17T10:00:00.000Z',
  address: '203.0.113.7',
  user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:152.0) Gecko/20100101 Firefox/152.0',
  current: true,
};
const member: Member = {
  id: PERSON,
  email,
  name: 'Mara Lindqvist',
  role: 'owner',
  status: 'active',
  totp_enabled: true,
  created_at: CREATED,
  last_login_at: LATER,
  expires_at: null,
};
const invited: Member = {
  ...member,
  id: '01a20ec4-d7e8-7071-8c80-4d5e6f708192',
  email: 'jon@harbor-clinic.example',
  name: null,
  role: 'editor',
  status: 'invited',
  totp_enabled: false,
  last_login_at: null,
  expires_at: '2026-03-09T09:30:00.000Z',
};
const invitation: Invitation = {
  email: invited.email,
  account: { slug: 'harbor-clinic', name: 'Harbor Clinic' },
  role: 'editor',
  has_password: false,
  expires_at: '2026-03-09T09:30:00.000Z',
};

const AUTH = '/api/admin/auth';
const MEMBERS = '/api/admin/accounts/{account}/members';

/** An example for every route of signing in and of the people of an account. */
export const peopleExamples: RouteExamples = {
  [`POST ${AUTH}/login`]: { body: { email, password, totp: '492039' }, answers: { 200: session } },
  [`POST ${AUTH}/refresh`]: { answers: { 200: session } },
  [`POST ${AUTH}/password`]: { body: { current_password: password, password: 'a longer and newer one' }, answers: { 200: session } },
  [`GET ${AUTH}/me`]: { answers: { 200: me } },
  [`GET ${AUTH}/sessions`]: { answers: { 200: page(here) } },
  [`GET ${AUTH}/invitations/{token}`]: { answers: { 200: invitation } },
  [`POST ${AUTH}/invitations/{token}`]: {
    body: { password, name: 'Jon Abara' },
    answers: { 200: { email: invited.email, account: 'harbor-clinic' } },
  },
  [`POST ${AUTH}/password-reset`]: { body: { email }, answers: {} },
  [`POST ${AUTH}/password-reset/{token}`]: { body: { password }, answers: {} },
  [`POST ${AUTH}/totp`]: {
    answers: {
      200: {
        secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        otpauth_url: 'otpauth://totp/Salient:mara@harbor-clinic.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Salient',
      },
    },
  },
  [`POST ${AUTH}/totp/confirm`]: { body: { totp: '492039' }, answers: { 200: { recovery_codes: ['3f9a-77c1-d0e2', 'b81e-04d9-5c6f'] } } },
  [`POST ${MEMBERS}`]: { body: { email: invited.email, role: 'editor' }, answers: { 201: invited } },
  [`GET ${MEMBERS}`]: { answers: { 200: page(invited, member) } },
  [`GET ${MEMBERS}/{member}`]: { answers: { 200: member } },
  [`PATCH ${MEMBERS}/{member}`]: { body: { role: 'admin' }, answers: { 200: { ...member, role: 'admin' } } },
};
