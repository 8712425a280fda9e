import { Injectable, NotFoundException } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { modelUrl } from '../accounts-given.js';
import { DataSources } from './data-sources.js';
import { AgentEntity, LlmRequestEntity, MessageEntity, SessionEntity } from './entities.js';

interface Chunk {
  id: string;
  model: string;
  choices: { delta: { content?: string }; finish_reason: string | null }[];
  usage?: { prompt_tokens: number; completion_tokens: number; total_tokens: number };
}

export interface Talk {
  readonly account: string;
  readonly agent: string;
  readonly message: string;
  readonly sessionId: string | undefined;
  onStart(assistant: MessageEntity, asked: MessageEntity): void;
  onText(text: string, offset: number): void;
}

/** A turn as the guides of Nest and TypeORM would write it: a repository for each table, an entity loaded, changed and saved. */
@Injectable()
export class ChatService {
  constructor(private readonly dataSources: DataSources) {}

  async chat({ account, agent: slug, message, sessionId, onStart, onText }: Talk) {
    const dataSource = await this.dataSources.of(account);
    const messages = dataSource.getRepository(MessageEntity);
    const sessions = dataSource.getRepository(SessionEntity);
    const agent = await dataSource.getRepository(AgentEntity).findOneBy({ slug, status: 'published' });
    if (!agent) throw new NotFoundException();
    const session = sessionId
      ? await sessions.findOneBy({ id: sessionId })
      : await sessions.save(sessions.create({ id: uuidv7(), agent, principal: 'token:naive', lastActiveAt: new Date() }));
    if (!session) throw new NotFoundException();
    if (sessionId) await sessions.update(sessionId, { lastActiveAt: new Date() });
    const history = await messages.find({ where: { session: { id: session.id } }, order: { seq: 'ASC' }, take: 40 });
    const asked = messages.create({
      id: uuidv7(),
      session,
      seq: history.length + 1,
      role: 'user',
      content: message,
      status: 'completed',
      principal: 'token:naive',
      completedAt: new Date(),
    });
    const answer = messages.create({
      id: uuidv7(),
      session,
      seq: history.length + 2,
      parentId: asked.id,
      role: 'assistant',
      content: '',
      status: 'running',
    });
    await messages.save([asked, answer]);
    onStart(answer, asked);
    const startedAt = Date.now();
    const past = history.map(({ role, content }) => ({ role, content }));
    const prompt = [{ role: 'system', content: agent.systemPrompt }, ...past, { role: 'user', content: message }];
    const { finishReason, requestId, model, usage } = await this.callModel(agent.model ?? '', prompt, (text) => {
      onText(text, answer.content.length);
      answer.content += text;
    });
    const total = Date.now() - startedAt;
    const llmRequestId = uuidv7();
    Object.assign(answer, {
      status: 'completed',
      finishReason,
      model,
      usage: { input_tokens: usage.prompt_tokens, output_tokens: usage.completion_tokens, total_tokens: usage.total_tokens },
      costSource: 'unknown',
      timings: { total, first_token: total, tools: 0 },
      llmRequestId,
      completedAt: new Date(),
    });
    await messages.save(answer);
    await dataSource.getRepository(LlmRequestEntity).insert({
      id: llmRequestId,
      messageId: answer.id,
      provider: 'openai-compatible',
      model,
      providerRequestIds: [requestId],
      calls: 1,
      inputTokens: usage.prompt_tokens,
      outputTokens: usage.completion_tokens,
      costSource: 'unknown',
      outcome: 'completed',
      durationMs: total,
    });
    return { session, asked, answer };
  }

  private async callModel(model: string, messages: object[], onText: (text: string) => void) {
    const response = await fetch(`${modelUrl}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model, messages, stream: true, stream_options: { include_usage: true } }),
    });
    const end = { finishReason: '', requestId: '', model, usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 } };
    let rest = '';
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
      const events = (rest + piece).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = event.slice('data: '.length);
        if (data === '[DONE]') continue;
        const chunk = JSON.parse(data) as Chunk;
        Object.assign(end, { requestId: chunk.id, model: chunk.model });
        if (chunk.usage) end.usage = chunk.usage;
        const [choice] = chunk.choices;
        if (choice?.finish_reason) end.finishReason = choice.finish_reason;
        if (choice?.delta.content) onText(choice.delta.content);
      }
    }
    return end;
  }
}
