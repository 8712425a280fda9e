import type { AdminAgent, AdminAgentDetail, AgentContent, AgentDiff, AgentPreview, AgentVersion } from '@salient/contracts/admin';
import type { RouteExamples } from '@salient/platform';
import { AGENT, CREATED, LATER, page, PERSON, SPECIALTY_QUESTION } from './example-values.js';

const content: AgentContent = {
  name: 'Harbor Clinic information desk',
  description: 'Finds doctors, departments and services.',
  greeting: 'Welcome. What can I look up for you?',
  suggestions: [SPECIALTY_QUESTION],
  theme: { accent: '#0b6e8a' },
  system_prompt: 'You are the information desk of Harbor Clinic. Answer from the directories and cite them.',
  model: 'openai/gpt-4.1-mini',
  fallbacks: [],
  lists: ['doctors', 'faq'],
  tools: ['list_directories', 'search_directory'],
  limits: { turns_per_minute: 60 },
  budget: { amount: '20', currency: 'USD', period: 'month', directory_only: true },
  closed_message: 'The desk is closed for this month. Call us at +1 555 0100.',
  hosted_page: true,
  max_output_tokens: 1_000,
  temperature: 0.2,
  disconnect_policy: 'continue',
};
const agent: AdminAgent = {
  ...content,
  id: AGENT,
  slug: 'info',
  status: 'published',
  version: 3,
  has_draft: false,
  created_at: CREATED,
  updated_at: LATER,
};
const detail: AdminAgentDetail = { ...agent, draft: null };
const drafted: AdminAgentDetail = { ...agent, has_draft: true, draft: { ...content, temperature: 0 } };
const version: AgentVersion = { version: 3, published_at: LATER, published_by: `admin:${PERSON}`, restores: null };
const diff: AgentDiff = { from: '3', to: 'draft', changes: [{ field: 'temperature', from: 0.2, to: 0 }] };
const preview: AgentPreview = {
  agent: 'info',
  version: null,
  preview: '01a20ec7-1122-7334-8556-778899aabbcc',
  token: 'sal_vs_…',
  expires_at: '2026-03-03T11:00:00.000Z',
};
const { system_prompt, name, lists, greeting } = content;

const AGENTS = '/api/admin/accounts/{account}/agents';
const ONE = `${AGENTS}/{agent}`;

/** An example for every route of agents, their versions and their drafts. */
export const agentExamples: RouteExamples = {
  [`POST ${AGENTS}`]: {
    body: { slug: 'info', name, system_prompt, lists, greeting },
    answers: { 201: { ...detail, version: 1, updated_at: CREATED } },
  },
  [`GET ${AGENTS}`]: { answers: { 200: page(agent) } },
  [`GET ${ONE}`]: { answers: { 200: detail } },
  [`PATCH ${ONE}`]: { body: { temperature: 0, draft: true }, answers: { 200: drafted } },
  [`GET ${ONE}/versions`]: { answers: { 200: page(version) } },
  [`GET ${ONE}/versions/{version}`]: { answers: { 200: { ...version, content } } },
  [`GET ${ONE}/diff`]: { answers: { 200: diff } },
  [`POST ${ONE}/publish`]: { answers: { 200: { ...detail, temperature: 0, version: 4 } } },
  [`POST ${ONE}/unpublish`]: { answers: { 200: { ...detail, status: 'draft' } } },
  [`POST ${ONE}/rollback`]: { body: { version: 2 }, answers: { 200: { ...detail, version: 4 } } },
  [`DELETE ${ONE}/draft`]: { answers: { 200: detail } },
  [`POST ${ONE}/try`]: { body: {}, answers: { 201: preview } },
};
