import type { Conversation, ConversationMessage, ResolvedQuestion, UnansweredQuestion } from '@salient/contracts/admin';
import type { RouteExamples } from '@salient/platform';
import { AGENT, CREATED, ENTRY, LATER, lines, page, SPECIALTY_QUESTION } from './example-values.js';

const SESSION = '01a20ec8-6273-72b5-9042-e099e0b0a684';
const TURN = '01a20ec8-6274-7012-90a8-5a13765257d4';
const KEY = '9b1ebc1abbfbecd03e00fb898e414e52';
const conversation: Conversation = {
  id: SESSION,
  agent: { id: AGENT, slug: 'info', name: 'Harbor Clinic information desk', deleted: false },
  opening: SPECIALTY_QUESTION,
  turns: 1,
  status: 'completed',
  failed_turns: 0,
  feedback: { up: 1, down: 0 },
  cost: { amount: '0.00128900', currency: 'USD', unknown_turns: 0 },
  preview: false,
  created_at: CREATED,
  last_active_at: CREATED,
};
const message: ConversationMessage = {
  id: TURN,
  seq: 2,
  parent_id: '01a20ec8-6273-7e1c-8d0f-3c5a1b2e4f60',
  role: 'assistant',
  content: 'Dr. Ana Ruiz [1] does.',
  status: 'completed',
  finish_reason: 'stop',
  failure_code: null,
  superseded: false,
  model: 'openai/gpt-4.1-mini',
  usage: { input_tokens: 1033, output_tokens: 128, total_tokens: 1161 },
  cost: { amount: '0.00128900', currency: 'USD', source: 'provider' },
  tools: [
    { tool_call_id: 'call_1', name: 'search_directory', label: 'Searching doctors', state: 'completed', result_count: 1, duration_ms: 12 },
  ],
  citations: [{ index: 1, list: 'doctors', entry_id: ENTRY, entry_version: 7, title: 'Dr. Ana Ruiz' }],
  timings_ms: { total: 1840, first_token: 620, tools: 95 },
  feedback: { rating: 'up', comment: null, at: CREATED },
  metadata: {},
  created_at: CREATED,
  completed_at: '2026-03-02T09:30:01.840Z',
};
const unanswered: UnansweredQuestion = {
  key: KEY,
  question: 'Which doctors treat horses?',
  turns: 3,
  without_result: 3,
  agents: ['info'],
  last_asked_at: LATER,
  examples: [{ session_id: SESSION, message_id: TURN, question: 'Which doctors treat horses?', answer: 'I found none.', asked_at: LATER }],
  resolved_at: null,
};
const synonym = { list: 'doctors', words: ['horse doctor', 'veterinarian'] };
const resolved: ResolvedQuestion = { key: KEY, question: unanswered.question, entry_id: null, synonym, resolved_at: LATER };

const SESSIONS = '/api/admin/accounts/{account}/sessions';
const UNANSWERED = '/api/admin/accounts/{account}/unanswered';

/** An example for every route of conversations and of the questions that found no answer. */
export const conversationExamples: RouteExamples = {
  [`GET ${SESSIONS}`]: { answers: { 200: page(conversation) } },
  [`GET ${SESSIONS}/export`]: { answers: { 200: lines(JSON.stringify({ ...conversation, messages: [message] })) } },
  [`GET ${SESSIONS}/{session}`]: { answers: { 200: conversation } },
  [`GET ${SESSIONS}/{session}/messages`]: { answers: { 200: page(message) } },
  [`GET ${UNANSWERED}`]: { answers: { 200: page(unanswered) } },
  [`POST ${UNANSWERED}/{key}/resolve`]: { body: { synonym }, answers: { 200: resolved } },
};
