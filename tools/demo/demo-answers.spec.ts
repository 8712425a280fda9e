import { builtInSchemas, DirectoryTools, directoryEntities, putEntries, putList } from '@salient/domain/directory';
import { DirectoryResponder, type ModelMessage, type ModelPart, type ModelToolCall } from '@salient/domain/models';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { TenantDb } from '@salient/tenancy';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { harborClinic } from './harbor-clinic.ts';
import { meridianBooks } from './meridian-books.ts';

const REACH = { lists: null, tools: ['list_directories', 'search_directory'] };

describe('without a language model the demonstration', () => {
  let tenancy: TestTenancy;
  const db = new TenantDb();
  const tools = new DirectoryTools(db);
  const responder = new DirectoryResponder();
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: tenantMigrations, entities: directoryEntities }, 'harbor-clinic', 'meridian-books');
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
  });
  afterAll(() => tenancy.close());

  /** Asks the questions one after the other, as in one session, and answers with the last answer. */
  function ask(account: string, ...questions: string[]): Promise<string> {
    return tenancy.run(account, async () => {
      const messages: ModelMessage[] = [];
      for (const content of questions) {
        messages.push({ role: 'user', content });
        messages.push({ role: 'assistant', content: await answer(messages) });
      }
      return messages.at(-1)!.content;
    });
  }
  async function answer(history: readonly ModelMessage[]): Promise<string> {
    const messages = [...history];
    let citations = 0;
    for (;;) {
      let text = '';
      const toolCalls: ModelToolCall[] = [];
      const request = { model: '', messages: [...messages], tools: (await tools.offerFor(REACH)).tools };
      const take = (part: ModelPart) => {
        if (part.type === 'text') text += part.text;
        else toolCalls.push(part.call);
      };
      await responder.answer(request, take, new AbortController().signal);
      if (toolCalls.length === 0) return text;
      messages.push({ role: 'assistant', content: text, toolCalls });
      for (const call of toolCalls) {
        const { content } = await tools.call(call.name, call.arguments, { ...REACH, cite: () => ++citations });
        messages.push({ role: 'tool', toolCallId: call.id, content });
      }
    }
  }

  const clinic: [question: string, ...expected: RegExp[]][] = [
    ['Which cardiologists speak Spanish?', /in Doctors \(/, /languages: Spanish/, /specialty: Cardiology/, /Dr\. Sofia Romero/],
    ['Which doctors speak Vietnamese and take new patients?', /languages: Vietnamese/],
    ['A skin doctor at North Pier?', /in Doctors \(.*North Pier/, /Dermatology/],
    ['Who treats migraine and speaks French?', /Nothing fits all of that/, /Neurology/],
    ['When is Eastgate open on Saturday?', /in Locations/, /\*\*Eastgate\*\*/, /Saturday \d/],
    ['Do I need a referral?', /specialist|referral/i, /directory responder/],
    ['What is the phone number for billing?', /\*\*Billing\*\*/, /phone \+1/],
    ['Where can I park?', /Pier Street/],
    ['How do I cancel my appointment?', /cancel|resched/i],
    ['How much is an MRI scan?', /\*\*MRI scan\*\*/, /\$420/],
    ['Do you offer video visits?', /video/i],
    ['What are your opening hours?', /in Locations/, /Monday/],
    ['Which insurance plans do you accept?', /BlueHarbor PPO/],
  ];
  it.each(clinic)('tells a patient: %s', async (question, ...expected) => {
    const answered = await ask('harbor-clinic', question);
    for (const part of expected) expect(answered).toMatch(part);
  });

  const books: [question: string, ...expected: RegExp[]][] = [
    ['Which shops are open on Sunday?', /in Shops/, /Meridian Riverside/, /Sunday 11:00-17:00/],
    ['How do I return a book?', /within 30 days/],
    ['Do you have gift cards?', /gift card/i, /^(?!.*I found)/s],
    ['Any poetry readings in December?', /in Events/, /Poetry reading/],
    ['Do you have crime novels?', /in Books \(category: Crime\)/],
    ['Is there a discount for students?', /student/i],
    ['Who can recommend poetry?', /\*\*|Poetry/],
    ['Are dogs allowed?', /leash/],
  ];
  it.each(books)('tells a reader: %s', async (question, ...expected) => {
    const answered = await ask('meridian-books', question);
    for (const part of expected) expect(answered).toMatch(part);
  });

  it('understands a question that leans on the one before', async () => {
    const also = await ask('harbor-clinic', 'Which cardiologists speak Spanish?', 'Which of them work at Eastgate?');
    for (const part of ['specialty: Cardiology', 'languages: Spanish', 'locations: Eastgate']) expect(also).toContain(part);
    const instead = await ask('harbor-clinic', 'Which cardiologists speak Spanish?', 'What about French?');
    expect(instead).toMatch(/in Doctors .*languages: French; specialty: Cardiology/);
  });

  it('says which combination nothing fits', async () => {
    const nobody = await ask(
      'harbor-clinic',
      'Which cardiologists speak Spanish?',
      'And which of them speak French, Arabic and Vietnamese?',
    );
    expect(nobody).toMatch(/There is no entry in Doctors with .*specialty: Cardiology/);
  });

  it('answers a greeting and nonsense with what can be asked', async () => {
    for (const text of ['Hello!', '???', 'qwertyuiop zxcvbnm']) expect(await ask('harbor-clinic', text)).toMatch(/\*\*Doctors\*\* \(180\)/);
  });
});
