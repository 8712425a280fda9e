import type { RouteExamples } from '@salient/platform';
import {
  acceptedTurn,
  agent,
  answer,
  completion,
  completionStream,
  feedback,
  historyMessage,
  model,
  openedSession,
  QUESTION,
  SESSION,
  stream,
  turnState,
  uiStream,
} from './example-values.js';

const AGENT = '/accounts/{account}/agents/{agent}';
const page = (...data: object[]) => ({ data, has_more: false, next_cursor: null });

/** An example for every route of the API's document; a spec holds each against the route's schema. */
export const examples: RouteExamples = {
  'GET /accounts/{account}/agents': { answers: { 200: page(agent) } },
  [`GET ${AGENT}`]: { answers: { 200: agent } },
  [`POST ${AGENT}/chat`]: {
    body: { message: QUESTION, session_id: null },
    answers: { 200: answer, 202: acceptedTurn },
    streams: { 200: stream },
  },
  [`GET ${AGENT}/stream`]: { answers: { 200: stream } },
  [`GET ${AGENT}/turns/{turn}`]: { answers: { 200: turnState } },
  [`POST ${AGENT}/turns/{turn}/stop`]: { answers: { 200: turnState, 202: { ...turnState, status: 'running', finish_reason: null } } },
  [`POST ${AGENT}/messages/{message}/regenerate`]: { body: { stream: false }, answers: { 200: answer }, streams: { 200: stream } },
  [`POST ${AGENT}/messages/{message}/feedback`]: { body: { rating: 'up' }, answers: { 200: feedback } },
  [`POST ${AGENT}/sessions`]: { answers: { 201: openedSession } },
  [`POST ${AGENT}/sessions/{session}/token`]: { answers: { 201: openedSession } },
  [`GET ${AGENT}/sessions/{session}/messages`]: { answers: { 200: page(historyMessage) } },
  [`POST ${AGENT}/stream-tickets`]: {
    body: { message: QUESTION, session_id: SESSION },
    answers: { 201: { ticket: 'sal_st_…', expires_at: '2026-03-02T09:30:30.000Z' } },
  },
  [`POST ${AGENT}/ui/chat`]: {
    body: {
      id: 'chat-1',
      messages: [{ id: 'message-1', role: 'user', parts: [{ type: 'text', text: QUESTION }] }],
      trigger: 'submit-message',
    },
    answers: { 200: uiStream },
  },
  [`GET ${AGENT}/ui/chat/{id}/stream`]: { answers: { 200: uiStream } },
  'GET /v1/models': { answers: { 200: { object: 'list', data: [model] } } },
  'GET /v1/models/{model}': { answers: { 200: model } },
  'GET /v1/models/{account}/{model}': { answers: { 200: model } },
  'POST /v1/chat/completions': {
    body: { model: model.id, messages: [{ role: 'user', content: QUESTION }] },
    answers: { 200: completion },
    streams: { 200: completionStream },
  },
};
