import type { Account, AuditRecord, CreatedToken, Token, UsageNumbers, UsageReport } from '@salient/contracts/admin';
import type { RouteExamples } from '@salient/platform';
import { ACCOUNT, AGENT, CREATED, LATER, lines, page, PERSON, TOKEN } from './example-values.js';

const account: Account = {
  id: ACCOUNT,
  slug: 'harbor-clinic',
  name: 'Harbor Clinic',
  status: 'active',
  created_at: CREATED,
  updated_at: CREATED,
  delete_after: null,
};
const token: Token = {
  id: TOKEN,
  ref: 'k3v7qzt2ab',
  name: 'Appointment service',
  kind: 'sk',
  scopes: ['chat:write', 'chat:read'],
  agents: ['info'],
  allowed_origins: [],
  allowed_ips: ['203.0.113.0/24'],
  limits: { turns_per_minute: 120 },
  budget: { amount: '50', currency: 'USD', period: 'month' },
  expires_at: '2026-05-31T09:30:00.000Z',
  expires_soon: false,
  last_used_at: LATER,
  created_at: CREATED,
  status: 'active',
};
/** The secret is none: its check sum is wrong, and it is cut short. */
const created: CreatedToken = { ...token, last_used_at: null, token: 'sal_sk_k3v7qzt2ab_…' };
const numbers: UsageNumbers = {
  turns: 128,
  failed: 1,
  input_tokens: 132_224,
  output_tokens: 16_384,
  total_tokens: 148_608,
  cost: { amount: '0.16499200', provider: '0.16000000', estimated: '0.00499200', unknown_turns: 2, currency: 'USD' },
  latency_ms: { p50: 1_840, p95: 4_210 },
  first_token_ms: { p50: 620, p95: 1_380 },
};
const usage: UsageReport = {
  start: '2026-03-02T00:00:00.000Z',
  end: '2026-03-03T00:00:00.000Z',
  bucket: 'day',
  group_by: 'agent',
  total: numbers,
  data: [{ start: '2026-03-02T00:00:00.000Z', group: { id: AGENT, label: 'info' }, ...numbers }],
};
const record: AuditRecord = {
  id: '01a20ec6-0a1b-7c2d-8e3f-405162738495',
  created_at: CREATED,
  actor: { kind: 'admin', id: PERSON, name: 'mara@harbor-clinic.example' },
  action: 'token.created',
  target: { kind: 'api_token', id: TOKEN },
  details: { ref: token.ref, kind: 'sk', scopes: token.scopes },
  request_id: '01a20ec6-0a1a-7000-9d5a-3f2a1c0b9e8d',
};

const USAGE_HEADER =
  'start,group_id,group_label,turns,failed,input_tokens,output_tokens,cost_usd,cost_provider_usd,cost_estimated_usd,cost_unknown_turns,' +
  'latency_p50_ms,latency_p95_ms,first_token_p50_ms,first_token_p95_ms';
const USAGE_LINE = `2026-03-02T00:00:00.000Z,${AGENT},info,128,1,132224,16384,0.16499200,0.16000000,0.00499200,2,1840,4210,620,1380`;

const ACCOUNTS = '/api/admin/accounts';
const ONE = `${ACCOUNTS}/{account}`;

/** An example for every route of accounts, their tokens, their usage and their audit. */
export const accountExamples: RouteExamples = {
  [`POST ${ACCOUNTS}`]: { body: { slug: account.slug, name: account.name }, answers: { 201: account } },
  [`GET ${ACCOUNTS}`]: { answers: { 200: page(account) } },
  [`GET ${ONE}`]: { answers: { 200: account } },
  [`PATCH ${ONE}`]: {
    body: { name: 'Harbor Clinic Group' },
    answers: { 200: { ...account, name: 'Harbor Clinic Group', updated_at: LATER } },
  },
  [`DELETE ${ONE}`]: { answers: { 202: { ...account, status: 'deleting', delete_after: '2026-03-10T10:00:00.000Z' } } },
  [`POST ${ONE}/suspend`]: { answers: { 200: { ...account, status: 'suspended' } } },
  [`POST ${ONE}/resume`]: { answers: { 200: account } },
  [`POST ${ONE}/tokens`]: {
    body: {
      name: token.name,
      kind: 'sk',
      scopes: token.scopes,
      agents: token.agents,
      allowed_ips: token.allowed_ips,
      limits: token.limits,
      budget: token.budget,
    },
    answers: { 201: created },
  },
  [`GET ${ONE}/tokens`]: { answers: { 200: page(token) } },
  [`GET ${ONE}/tokens/{token}`]: { answers: { 200: token } },
  [`PATCH ${ONE}/tokens/{token}`]: { body: { name: 'Appointments' }, answers: { 200: { ...token, name: 'Appointments' } } },
  [`POST ${ONE}/tokens/{token}/roll`]: {
    body: { grace: '1h' },
    answers: { 201: { ...created, ref: 'w5n2xk7pqd', token: 'sal_sk_w5n2xk7pqd_…' } },
  },
  [`GET ${ONE}/tokens/{token}/usage`]: {
    answers: { 200: { ...usage, group_by: null, data: usage.data.map((row) => ({ ...row, group: null })) } },
  },
  [`GET ${ONE}/usage`]: { answers: { 200: usage } },
  [`GET ${ONE}/usage/export`]: {
    answers: { 200: lines(USAGE_HEADER, USAGE_LINE) },
  },
  [`GET ${ONE}/audit`]: { answers: { 200: page(record) } },
  [`GET ${ONE}/audit/export`]: { answers: { 200: lines(JSON.stringify(record)) } },
};
