/** The pieces that the examples of the API's document are made of: one conversation at the demo clinic. */
const TURN = '01a20ec8-6274-7012-90a8-5a13765257d4';
export const SESSION = '01a20ec8-6273-72b5-9042-e099e0b0a684';
const ASKED = '01a20ec8-6273-7e1c-8d0f-3c5a1b2e4f60';
const CREATED = '2026-03-02T09:30:00.000Z';
const COMPLETED = '2026-03-02T09:30:01.840Z';

export const QUESTION = 'Which cardiologists speak Spanish?';
const ANSWER = 'Dr. Ana Ruiz [1] does.';
const ENTRY = '01a20ec5-b422-7641-a0d0-0c4dd2625471';
const citation = { index: 1, list: 'doctors', entry_id: ENTRY, entry_version: 7, title: 'Dr. Ana Ruiz' };
const usage = { input_tokens: 1033, output_tokens: 128, total_tokens: 1161 };
const cost = { amount: '0.00128900', currency: 'USD', source: 'provider' };

export const agent = {
  slug: 'info',
  name: 'Harbor Clinic information desk',
  description: 'Finds doctors, departments and services.',
  greeting: 'Welcome. What can I look up for you?',
  suggestions: [QUESTION],
  theme: { accent: '#0b6e8a' },
  limits: { message_characters_max: 16_000 },
};

export const answer = {
  id: TURN,
  account: 'harbor-clinic',
  agent: 'info',
  session_id: SESSION,
  user_message_id: ASKED,
  message_id: TURN,
  response: ANSWER,
  status: 'completed',
  finish_reason: 'stop',
  model: 'openai/gpt-4.1-mini',
  usage,
  cost,
  citations: [citation],
  llm_request_id: '01a20ec8-7000-7aa0-8d0f-3c5a1b2e4f61',
  created_at: CREATED,
  completed_at: COMPLETED,
  timings_ms: { total: 1840, first_token: 620, tools: 95 },
};

const { id, account, session_id, user_message_id, message_id, created_at } = answer;
export const acceptedTurn = { id, account, agent: answer.agent, session_id, user_message_id, message_id, status: 'running', created_at };

export const turnState = { ...answer, failure_code: null };

export const openedSession = { session_id: SESSION, session_token: 'sal_vs_…', expires_at: '2026-04-01T09:30:00.000Z' };

export const historyMessage = {
  id: TURN,
  role: 'assistant',
  content: ANSWER,
  status: 'completed',
  finish_reason: 'stop',
  failure_code: null,
  parent_id: ASKED,
  tools: [],
  citations: [citation],
  feedback: null,
  created_at: CREATED,
  completed_at: COMPLETED,
};

export const feedback = { message_id: TURN, rating: 'up', comment: null };

export const stream = [
  'retry: 3000',
  `event: start\nid: ${TURN}:0\ndata: {"turn_id":"${TURN}","session_id":"${SESSION}","message_id":"${TURN}","agent":"info","resumed":false}`,
  `event: delta\nid: ${TURN}:22\ndata: {"text":"${ANSWER}","offset":0}`,
  `event: citation\nid: ${TURN}:22\ndata: ${JSON.stringify(citation)}`,
  `event: done\nid: ${TURN}:end\ndata: {"turn_id":"${TURN}","status":"completed","finish_reason":"stop","chars":22,"sha256":"…"}`,
].join('\n\n');

export const uiStream = [
  `data: {"type":"start","messageId":"${TURN}","messageMetadata":{"turn_id":"${TURN}","session_id":"${SESSION}"}}`,
  'data: {"type":"text-start","id":"text-1"}',
  `data: {"type":"text-delta","id":"text-1","delta":"${ANSWER}"}`,
  'data: {"type":"text-end","id":"text-1"}',
  'data: {"type":"finish","finishReason":"stop","messageMetadata":{"status":"completed"}}',
  'data: [DONE]',
].join('\n\n');

export const model = {
  id: 'harbor-clinic/info',
  object: 'model',
  created: 1_772_443_800,
  owned_by: 'harbor-clinic',
  name: agent.name,
  description: agent.description,
};

export const completion = {
  id: `chatcmpl-${TURN}`,
  object: 'chat.completion',
  created: 1_772_443_800,
  model: model.id,
  choices: [{ index: 0, message: { role: 'assistant', content: ANSWER, refusal: null }, logprobs: null, finish_reason: 'stop' }],
  usage: { prompt_tokens: usage.input_tokens, completion_tokens: usage.output_tokens, total_tokens: usage.total_tokens },
  salient: { turn_id: TURN, session_id: SESSION, citations: [citation], cost },
};

export const completionStream = [
  `data: {"id":"chatcmpl-${TURN}","object":"chat.completion.chunk","created":1772443800,"model":"${model.id}","choices":[{"index":0,"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null}]}`,
  `data: {"id":"chatcmpl-${TURN}","object":"chat.completion.chunk","created":1772443800,"model":"${model.id}","choices":[{"index":0,"delta":{"content":"${ANSWER}"},"logprobs":null,"finish_reason":null}]}`,
  `data: {"id":"chatcmpl-${TURN}","object":"chat.completion.chunk","created":1772443800,"model":"${model.id}","choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}]}`,
  'data: [DONE]',
].join('\n\n');
