import { createHash } from 'node:crypto';
import { call, requireStatus } from './http.js';
import type { Report } from './report.js';
import type { ThrowawayAccount } from './throwaway-account.js';

/** Both services are there, ready, and describe themselves. */
export async function checkServices(report: Report, urls: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, url] of Object.entries(urls)) {
    await report.check(`${name} is healthy`, async () => {
      const { body } = requireStatus(await call(`${url}/health`), 200, '/health');
      return `version ${String(body['version'])}`;
    });
    await report.check(`${name} is ready`, async () => void requireStatus(await call(`${url}/health/ready`), 200, '/health/ready'));
    await report.check(`${name} describes its API`, async () => {
      const { body } = requireStatus(await call(`${url}/openapi.json`), 200, '/openapi.json');
      // Whoever is asked in its place answers with a page.
      if (typeof body['openapi'] !== 'string') throw new Error('/openapi.json is no OpenAPI document');
      return `OpenAPI ${body['openapi']}, ${Object.keys(body['paths'] ?? {}).length} paths`;
    });
  }
}

/** A visitor's way through an account: a turn, a second one, a stream, and the stream again from its middle. */
export async function checkChat(report: Report, { agentUrl, token }: ThrowawayAccount): Promise<void> {
  await report.check('chat answers, and the session goes on', async () => {
    const first = requireStatus(await call(`${agentUrl}/chat`, { token, body: { message: 'Hello!' } }), 200, 'The first turn');
    const { session_id } = first.body;
    const second = requireStatus(
      await call(`${agentUrl}/chat`, { token, body: { message: 'And now?', session_id } }),
      200,
      'The second turn',
    );
    if (second.body['session_id'] !== session_id) throw new Error('The second turn is in another session.');
  });
  await report.check('a stream is whole, and resumes without a lost or doubled word', async () => {
    const whole = eventsOf(requireStatus(await call(`${agentUrl}/stream?message=Hello`, { token }), 200, 'The stream').text);
    const done = whole.at(-1);
    const text = textOf(whole);
    if (done?.event !== 'done') throw new Error(`The stream ended with ${done?.event ?? 'nothing'}.`);
    if (done.data['sha256'] !== createHash('sha256').update(text).digest('hex')) throw new Error('The deltas are not the stored answer.');
    const middle = whole.filter(({ event }) => event === 'delta')[0]!;
    const headers = { 'last-event-id': middle.id };
    const rest = eventsOf(requireStatus(await call(`${agentUrl}/stream`, { token, headers }), 200, 'Resuming').text);
    if (text.slice(0, Number(middle.id.split(':')[1])) + textOf(rest) !== text) throw new Error('Resumed, the text is another one.');
    return `${text.length} characters`;
  });
}

interface StreamEvent {
  readonly event: string;
  readonly id: string;
  readonly data: Record<string, unknown>;
}

function eventsOf(text: string): StreamEvent[] {
  return text.split('\n\n').flatMap((block) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const event = field('event');
    return event ? [{ event, id: field('id') ?? '', data: JSON.parse(field('data') ?? '{}') as Record<string, unknown> }] : [];
  });
}

function textOf(events: readonly StreamEvent[]): string {
  return events.map(({ event, data }) => (event === 'delta' ? String(data['text']) : '')).join('');
}
