import { builtInSchemas, DirectoryTools, directoryEntities, putEntries, putList } from '@salient/domain/directory';
import { DirectoryResponder, type ModelMessage, type ModelPart, type ModelToolCall } from '@salient/domain/models';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { TenantDb } from '@salient/tenancy';
import { testTenancy } from '@salient/tenancy/testing';
import { harborClinic } from '../harbor-clinic.ts';
import { meridianBooks } from '../meridian-books.ts';

const REACH = { lists: null, tools: ['list_directories', 'search_directory'] };

export interface DemoAnswer {
  readonly text: string;
  /** Names of the entries that it cites, in its order. */
  readonly cited: readonly string[];
}

/** The demonstration's two accounts, asked without a language model. */
export interface DemoDesk {
  /** Asks the questions one after the other, as in one session, and answers with the last answer. */
  ask(account: string, ...questions: string[]): Promise<DemoAnswer>;
  close(): Promise<void>;
}

export async function openDemoDesk(): Promise<DemoDesk> {
  const tenancy = await testTenancy({ migrations: tenantMigrations, entities: directoryEntities }, 'harbor-clinic', 'meridian-books');
  const db = new TenantDb();
  for (const [account, { lists }] of [
    ['harbor-clinic', harborClinic()],
    ['meridian-books', meridianBooks()],
  ] as const) {
    await tenancy.run(account, async () => {
      for (const list of lists) {
        const schema = builtInSchemas[list.entry_type]!;
        const { slug, name } = list;
        const id = await putList(db, { slug, name, entryType: list.entry_type, schemaVersion: 1, schema, language: 'english' });
        await putEntries(db, id, schema, list.entries);
      }
    });
  }
  const tools = new DirectoryTools(db);
  return {
    ask: (account, ...questions) => tenancy.run(account, () => converse(tools, questions)),
    close: () => tenancy.close(),
  };
}

async function converse(tools: DirectoryTools, questions: readonly string[]): Promise<DemoAnswer> {
  const messages: ModelMessage[] = [];
  let last: DemoAnswer = { text: '', cited: [] };
  for (const content of questions) {
    messages.push({ role: 'user', content });
    last = await answer(tools, messages);
    messages.push({ role: 'assistant', content: last.text });
  }
  return last;
}

async function answer(tools: DirectoryTools, history: readonly ModelMessage[]): Promise<DemoAnswer> {
  const responder = new DirectoryResponder();
  const messages = [...history];
  const titles: string[] = [];
  const cite = ({ title }: { title: string }) => titles.push(title);
  for (;;) {
    let text = '';
    const toolCalls: ModelToolCall[] = [];
    const request = { model: '', messages: [...messages], tools: (await tools.offerFor(REACH)).tools };
    const take = (part: ModelPart) => {
      if (part.type === 'text') text += part.text;
      else toolCalls.push(part.call);
    };
    await responder.answer(request, take, new AbortController().signal);
    if (toolCalls.length === 0) return { text, cited: [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => titles[Number(number) - 1]!) };
    messages.push({ role: 'assistant', content: text, toolCalls });
    for (const call of toolCalls) {
      const { content } = await tools.call(call.name, call.arguments, { ...REACH, cite });
      messages.push({ role: 'tool', toolCallId: call.id, content });
    }
  }
}
