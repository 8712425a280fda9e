import { openDemoDesk, type DemoDesk } from './testing/demo-desk.ts';

/** A question, and the name of the entry that has to be first in its answer. */
type Asked = readonly [question: string, entry: RegExp];

const LOCATION = /^(Harbor Main|North Pier|Eastgate|Westfield|Lighthouse Children’s Center)$/;
const CLINIC: readonly Asked[] = [
  ['When are you open?', LOCATION],
  ['Are you open on Saturdays?', LOCATION],
  ['What time do you close today?', LOCATION],
  ['When is North Pier open?', /^North Pier$/],
  ['When is the cardiology department open?', /^Department of Cardiology$/],
  ['Where are you?', LOCATION],
  ['How can I reach you?', LOCATION],
  ['What is the address of Eastgate?', /^Eastgate$/],
  ['How do I get to Westfield?', /^Westfield$/],
  ['Where is the cardiology department?', /^Department of Cardiology$/],
  ['Is there wheelchair access?', LOCATION],
  ['How much does a blood test cost?', /^Blood test$/],
  ['How long does a colonoscopy take?', /^Colonoscopy$/],
  ['How do I prepare for an ultrasound?', /^Ultrasound$/],
  ['Can I get vaccinated against Covid?', /^COVID-19 vaccination$/],
  ['How can I reach billing?', /^Billing$/],
  ['What is the number of the nurse line?', /^Nurse line$/],
  ['Who do I call in an emergency?', /^Emergencies$/],
  ['What are the visiting hours?', /^What are your visiting hours\?$/],
  ['Do I need an appointment for a flu shot?', /^Can I get a flu shot without an appointment\?$/],
  ['How do I make an appointment?', /^How do I book an appointment\?$/],
  ['How can I pay?', /^How can I pay my bill\?$/],
  ['Where do I find my test results?', /^How do I see my test results\?$/],
  ['I have no insurance', /^What if I have no insurance\?$/],
  ['I need a note for my school', /^Can I get a note for work or school\?$/],
  ['When do I have to go to the emergency room?', /^When should I go to the emergency room\?$/],
  ['Do you have a doctor who speaks Arabic?', /^Dr\. /],
  ['Who treats migraine?', /^Dr\. /],
  ['Wann haben Sie geöffnet?', LOCATION],
  ['Wo ist Eastgate?', /^Eastgate$/],
  ['¿Cuánto cuesta una colonoscopy?', /^Colonoscopy$/],
  ['¿Cuándo abren?', LOCATION],
];

const SHOP = /^Meridian (Old Town|Riverside|Campus)$/;
const BOOKS: readonly Asked[] = [
  ['When are you open?', SHOP],
  ['Are you open?', SHOP],
  ['Are you open today?', SHOP],
  ['What are the opening hours?', SHOP],
  ['What time do you close?', SHOP],
  ['How late are you open?', SHOP],
  ['When does the Campus shop open?', /^Meridian Campus$/],
  ['Where are your shops?', SHOP],
  ['Where is Meridian Riverside?', /^Meridian Riverside$/],
  ['How do I get to the Old Town shop?', /^Meridian Old Town$/],
  ['Is there parking?', SHOP],
  ['Do you have Open Windows?', /^Open Windows$/],
  ['How much is Open Windows?', /^Open Windows$/],
  ['When was Open Windows published?', /^Open Windows$/],
  ['How do I contact you?', SHOP],
  ['Who wrote Paper Inheritance?', /^Paper Inheritance$/],
  ['How long does delivery take?', /^How long does shipping take\?$/],
  ['How much is shipping?', /^What does shipping cost\?$/],
  ['Where is my order?', /^Where is my order\?$/],
  ['Can I return a book?', /^How do I return a book\?$/],
  ['Can I pay with a gift card?', /gift card|How can I pay/],
  ['Is there a cafe?', /^Is there a café\?$/],
  ['Do you have wifi?', /^Do you have wifi\?$/],
  ['Do you sell used books?', /^Do you buy used books\?$/],
  ['When is the next book club?', /^Book club with /],
  ['When is the next poetry reading?', /^Poetry reading with /],
  ['What is on in December?', /with /],
  ['Which bookseller knows about crime?', /^Greta Sorrel$/],
  ['Are you hiring?', /^Are you hiring\?$/],
  ['Wann haben Sie geöffnet?', SHOP],
  ['Öffnungszeiten?', SHOP],
  ['¿Cuándo abren?', SHOP],
  ['¿Dónde están?', SHOP],
];

describe('an everyday question, without a language model,', () => {
  let desk: DemoDesk;
  beforeAll(async () => (desk = await openDemoDesk()));
  afterAll(() => desk.close());

  it.each(CLINIC)('is answered by the right entry of the clinic first: %s', async (question, entry) => {
    const { cited } = await desk.ask('harbor-clinic', question);
    expect(cited[0]).toMatch(entry);
  });

  it('begins with what it asks for: an address to "Where?", opening hours to "When?"', async () => {
    expect((await desk.ask('harbor-clinic', 'Where are you?')).text).toMatch(/address 230 Orchard Avenue/);
    expect((await desk.ask('meridian-books', 'When are you open?')).text).toMatch(/\*\*Meridian Campus\*\* \[\d+\]: opening hours: Monday/);
  });

  it.each(BOOKS)('is answered by the right entry of the bookshop first: %s', async (question, entry) => {
    const { cited } = await desk.ask('meridian-books', question);
    expect(cited[0]).toMatch(entry);
  });
});
