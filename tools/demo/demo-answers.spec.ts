import { openDemoDesk, type DemoDesk } from './testing/demo-desk.ts';

describe('without a language model the demonstration', () => {
  let desk: DemoDesk;
  beforeAll(async () => (desk = await openDemoDesk()));
  afterAll(() => desk.close());

  const ask = async (account: string, ...questions: string[]) => (await desk.ask(account, ...questions)).text;

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
