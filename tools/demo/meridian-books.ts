import { faqList, slugOf, type DemoAccount, type DemoEntry, type DemoList } from './demo-account.ts';
import { Random } from './random.ts';

const SHOPS = ['Meridian Old Town', 'Meridian Riverside', 'Meridian Campus'] as const;

/** Genre, its books, words of its titles, what its stories are about. */
const GENRES: readonly (readonly [string, number, readonly string[], readonly string[], readonly string[]])[] = [
  [
    'Literary Fiction',
    34,
    ['Quiet', 'Borrowed', 'Salt', 'Paper', 'Distant', 'Unwritten'],
    ['Harvest', 'Rooms', 'Letters', 'Orchard', 'Winter', 'Inheritance'],
    [
      'two sisters who share a house and no memories',
      'a translator who begins to change the books she translates',
      'a summer in which nobody tells the truth',
    ],
  ],
  [
    'Crime',
    32,
    ['Cold', 'Seventh', 'Silent', 'Crooked', 'Last', 'Hidden'],
    ['Witness', 'Ledger', 'Alibi', 'Ferry', 'Verdict', 'Tide'],
    [
      'a harbour detective and a ledger with one page too many',
      'a retired judge who receives her own verdicts by post',
      'a village where everybody has confessed',
    ],
  ],
  [
    'Science Fiction',
    30,
    ['Orbital', 'Second', 'Glass', 'Infinite', 'Hollow', 'Signal'],
    ['Gardens', 'Dawn', 'Machines', 'Horizon', 'Colony', 'Echoes'],
    [
      'the last gardener on a ship that has forgotten Earth',
      'a signal that answers before it is called',
      'engineers who must raise a mind they cannot trust',
    ],
  ],
  [
    'Fantasy',
    28,
    ['Ember', 'Thorn', 'Moonlit', 'Iron', 'Wandering', 'Raven'],
    ['Crown', 'Covenant', 'Archive', 'Road', 'Gate', 'Oath'],
    ['a mapmaker whose maps come true', 'an apprentice who keeps the winter in a box', 'three heirs and a crown that chooses badly'],
  ],
  [
    'Romance',
    26,
    ['Almost', 'Summer', 'Accidental', 'Slow', 'Second', 'Sunday'],
    ['Promise', 'Season', 'Hearts', 'Letters', 'Waltz', 'Kisses'],
    ['two rival florists and one impossible wedding', 'a baker who writes to the wrong address', 'neighbours who only meet on the stairs'],
  ],
  [
    'History',
    30,
    ['Forgotten', 'Merchant', 'Great', 'Stone', 'Imperial', 'Common'],
    ['Routes', 'Cities', 'Revolt', 'Sea', 'Bridges', 'Bread'],
    [
      'how spices, salt and rumour built a continent',
      'ordinary people in an extraordinary century',
      'the canals that made and unmade an empire',
    ],
  ],
  [
    'Biography',
    24,
    ['Restless', 'Double', 'Uncommon', 'Brave', 'Brilliant', 'Private'],
    ['Life', 'Portrait', 'Journey', 'Years', 'Mind', 'Voice'],
    ['a composer who never heard her own symphony', 'the engineer behind three famous bridges', 'a diplomat who kept two diaries'],
  ],
  [
    'Popular Science',
    26,
    ['Curious', 'Small', 'Deep', 'Restless', 'Visible', 'Elegant'],
    ['Atoms', 'Oceans', 'Numbers', 'Forests', 'Stars', 'Brains'],
    [
      'what trees, bees and mathematicians have in common',
      'why the sea floor matters to your breakfast',
      'the beauty of proofs, for people who disliked school',
    ],
  ],
  [
    'Cooking',
    24,
    ['Simple', 'Fire', 'Garden', 'Weeknight', 'Slow', 'Bright'],
    ['Table', 'Suppers', 'Kitchen', 'Breads', 'Flavours', 'Bowls'],
    ['a hundred suppers with five things in the cupboard', 'bread for people with no time', 'vegetables as the main event'],
  ],
  [
    'Children',
    34,
    ['Little', 'Brave', 'Sleepy', 'Funny', 'Magic', 'Muddy'],
    ['Otter', 'Dragon', 'Lighthouse', 'Bear', 'Balloon', 'Boots'],
    ['an otter who is afraid of water', 'a dragon who starts school on a Tuesday', 'the smallest boots on the longest walk'],
  ],
  [
    'Young Adult',
    24,
    ['Electric', 'Stolen', 'Wild', 'Paper', 'Midnight', 'Falling'],
    ['Summer', 'Names', 'Hearts', 'City', 'Rules', 'Lights'],
    [
      'a band that breaks up before its first concert',
      'a girl who can hear what maps are thinking',
      'one summer, four friends and a stolen boat',
    ],
  ],
  [
    'Poetry',
    18,
    ['Small', 'Blue', 'Unsent', 'Evening', 'Open', 'Winter'],
    ['Hours', 'Psalms', 'Windows', 'Grammar', 'Birds', 'Light'],
    ['short poems about long evenings', 'letters to a city that has moved', 'a year in fifty-two poems'],
  ],
  [
    'Travel',
    18,
    ['Slow', 'Northern', 'Island', 'Overland', 'Hidden', 'Desert'],
    ['Trains', 'Roads', 'Ferries', 'Paths', 'Borders', 'Markets'],
    [
      'eleven night trains and what was eaten on them',
      'islands that can only be reached on Thursdays',
      'a walk along a border that is not on the map',
    ],
  ],
  [
    'Business',
    18,
    ['Honest', 'Calm', 'Small', 'Useful', 'Patient', 'Clear'],
    ['Company', 'Decisions', 'Work', 'Money', 'Teams', 'Numbers'],
    ['how to run a company that lets people sleep', 'reading a balance sheet without fear', 'meetings, and how to have fewer'],
  ],
];

const FIRST = [
  'Ada',
  'Bruno',
  'Celeste',
  'Dorian',
  'Edda',
  'Felix',
  'Greta',
  'Hugo',
  'Imani',
  'Jonas',
  'Katya',
  'Leandro',
  'Mirela',
  'Nadir',
  'Odile',
  'Piotr',
  'Quinn',
  'Runa',
  'Silvan',
  'Talia',
  'Umberto',
  'Vera',
  'Wendell',
  'Yara',
  'Zeno',
];
const LAST = [
  'Ashdown',
  'Bellweather',
  'Corvin',
  'Dunmore',
  'Esterly',
  'Farrow',
  'Greville',
  'Halloran',
  'Ivers',
  'Jessop',
  'Kestrel',
  'Lorimer',
  'Marchetti',
  'Northcott',
  'Ondine',
  'Pemberley',
  'Quillon',
  'Rosewood',
  'Sorrel',
  'Thackery',
  'Umbria',
  'Vance',
  'Wexler',
  'Yarrow',
  'Zell',
];
const PUBLISHERS = ['Halfmoon Press', 'Cedar & Finch', 'North Lantern', 'Tidewater Books', 'Plain Paper Editions'];

/** Meridian Books: books, events, shops, booksellers and questions of an invented bookshop. */
export function meridianBooks(): DemoAccount {
  return {
    account: { slug: 'meridian-books', name: 'Meridian Books' },
    agent: {
      slug: 'info',
      name: 'Meridian Books help desk',
      description: 'Finds books, events, shops and answers at Meridian Books.',
      greeting: 'Hello from Meridian Books! Looking for a book, an event or a shop?',
      suggestions: [
        'Which science fiction books are in stock?',
        'Which shops are open on Sunday?',
        'What poetry readings are there?',
        'How do I return a book?',
      ],
      theme: { accent: '#8a3b12' },
      system_prompt:
        'You are the help desk of Meridian Books, an independent bookshop. Recommend with taste and briefly, from the directories only, and say when something is not in stock.',
      model: null,
      lists: null,
    },
    lists: [books(new Random(1_984)), events(new Random(451)), shops(), booksellers(), faqList('Meridian Books', QUESTIONS)],
  };
}

function books(random: Random): DemoList {
  const titles = new Set<string>();
  const entries = GENRES.flatMap((genre) => Array.from({ length: genre[1] }, () => book(random, titles, genre)));
  return {
    slug: 'books',
    name: 'Books',
    description: 'Every book that Meridian Books sells.',
    entry_type: 'product',
    language: 'english',
    entries,
  };
}

function book(random: Random, titles: Set<string>, [genre, , before, after, stories]: (typeof GENRES)[number]): DemoEntry {
  const title = newTitle(random, titles, before, after);
  const creator = `${random.pick(FIRST)} ${random.pick(LAST)}`;
  const format = random.pick(['paperback', 'paperback', 'hardcover', 'e-book', 'audiobook'] as const);
  const story = random.pick(stories);
  const key = slugOf(title);
  return {
    external_key: key,
    name: title,
    tags: random.chance(0.12) ? ['staff-pick'] : [],
    contact: { url: `https://meridian-books.example/books/${key}` },
    data: {
      category: genre,
      creator,
      price: random.integer(8, 34) + random.pick([0.5, 0.95, 0.99]),
      currency: 'USD',
      availability: random.pick(['in stock', 'in stock', 'in stock', 'low stock', 'preorder', 'out of stock'] as const),
      format,
      isbn: `979-8-0000-${String(titles.size).padStart(4, '0')}-${titles.size % 10}`,
      publisher: random.pick(PUBLISHERS),
      year: random.integer(1998, 2026),
      pages: genre === 'Children' ? random.integer(24, 120) : random.integer(140, 620),
      language: random.chance(0.92) ? 'English' : 'Spanish',
      audience: genre === 'Children' ? 'ages 3 to 8' : genre === 'Young Adult' ? 'ages 12 and up' : 'adults',
      description: `${genre} by ${creator}: ${story}.`,
    },
  };
}

function newTitle(random: Random, titles: Set<string>, before: readonly string[], after: readonly string[]): string {
  for (;;) {
    const [left, right] = [random.pick(before), random.pick(after)];
    const title = random.pick([
      `The ${left} ${right}`,
      `${left} ${right}`,
      `A ${right} of One’s Own`,
      `${right} and ${random.pick(after)}`,
      `The ${right} at ${random.pick(['Marrow Hill', 'Quince Street', 'Lake Orrin', 'Tern Island'])}`,
    ]);
    if (titles.has(title)) continue;
    titles.add(title);
    return title;
  }
}

const EVENT_KINDS: readonly (readonly [string, string, number, string])[] = [
  ['Poetry reading', 'An evening of poems, read by those who wrote them.', 0, '19:00'],
  ['Author reading', 'A new book, its author, and your questions afterwards.', 8, '19:30'],
  ['Book club', 'One book, one evening, everybody has an opinion. New members are welcome.', 0, '18:30'],
  ['Writing workshop', 'Two hours at one table: bring a page, leave with a better one.', 35, '17:00'],
  ['Children’s story hour', 'Stories on the red carpet, for children from three to eight and their grown-ups.', 0, '10:30'],
  ['Bookbinding workshop', 'Bind a notebook by hand; material is included.', 45, '14:00'],
];

function events(random: Random): DemoList {
  const entries = Array.from({ length: 30 }, (_, index) => {
    const [kind, description, price, time] = EVENT_KINDS[index % EVENT_KINDS.length]!;
    const start = new Date(Date.UTC(2026, 10, 28 + index * 9, Number(time.slice(0, 2)), Number(time.slice(3))));
    const month = start.toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
    const date = start.toLocaleDateString('en-US', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    const host = `${random.pick(FIRST)} ${random.pick(LAST)}`;
    const place = random.pick(SHOPS);
    return {
      external_key: slugOf(`${kind} ${start.toISOString().slice(0, 10)}`),
      name: `${kind} with ${host}`,
      tags: [slugOf(kind), ...(price === 0 ? ['free'] : [])],
      contact: { email: 'events@meridian-books.example' },
      data: {
        kind,
        starts_at: start.toISOString(),
        ends_at: new Date(start.getTime() + 2 * 3_600_000).toISOString(),
        date: `${date}, ${time}`,
        month,
        host,
        place,
        price,
        currency: 'USD',
        capacity: random.integer(12, 60),
        level: kind.startsWith('Children') ? 'children' : 'everybody',
        description,
      },
    };
  });
  return {
    slug: 'events',
    name: 'Events',
    description: 'Readings, workshops and clubs.',
    entry_type: 'classes',
    language: 'english',
    entries,
  };
}

function shops(): DemoList {
  const rows: readonly (readonly [string, string, string, string, string, string])[] = [
    [
      SHOPS[0],
      '12 Lantern Row, New Avalon',
      '09:00-19:00',
      '11:00-17:00',
      'Old Town',
      'No parking at the door; the market garage is three minutes away.',
    ],
    [SHOPS[1], '77 River Walk, New Avalon', '10:00-20:00', '11:00-17:00', 'Riverside', 'Twelve free places behind the shop.'],
    [SHOPS[2], '3 College Green, New Avalon', '08:30-18:00', 'closed', 'University', 'Campus garage, free with a purchase of $15.'],
  ];
  const entries = rows.map(([name, address, weekday, sunday, district, parking], index) => ({
    external_key: slugOf(name),
    name,
    tags: index < 2 ? ['cafe'] : [],
    contact: { phone: `+1 555 015${index}`, email: `${slugOf(district)}@meridian-books.example`, address },
    data: {
      opening_hours: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
        .map((day) => `${day} ${weekday}`)
        .concat(`Sunday ${sunday}`),
      parking,
      transit: ['Tram 1, Lantern Row', 'Ferry, River Walk', 'Metro, College Green'][index],
      accessibility: ['step-free entrance', ...(index === 1 ? ['lift to all floors'] : [])],
      district,
      notes: index < 2 ? 'With a reading café.' : 'Course books in September and February.',
    },
  }));
  return {
    slug: 'shops',
    name: 'Shops and opening hours',
    description: 'Where the shops are, and when they are open.',
    entry_type: 'location',
    language: 'english',
    entries,
  };
}

function booksellers(): DemoList {
  const rows: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
    ['Odile Marchetti', 'Owner', ['Literary Fiction', 'Poetry'], ['English', 'French', 'Italian']],
    ['Jonas Wexler', 'Bookseller', ['Science Fiction', 'Fantasy'], ['English', 'German']],
    ['Imani Farrow', 'Bookseller', ['Children', 'Young Adult'], ['English']],
    ['Leandro Vance', 'Bookseller', ['History', 'Biography', 'Travel'], ['English', 'Spanish']],
    ['Greta Sorrel', 'Bookseller', ['Crime', 'Romance'], ['English']],
    ['Nadir Yarrow', 'Events', ['Cooking', 'Popular Science', 'Business'], ['English', 'Arabic']],
  ];
  const entries = rows.map(([name, role, expertise, languages]) => ({
    external_key: slugOf(name),
    name,
    tags: ['staff'],
    contact: { email: `${slugOf(name)}@meridian-books.example` },
    data: {
      expertise,
      role,
      languages,
      availability: 'Tuesday to Saturday',
      bio: `${name} knows the shelves of ${expertise.join(' and ')} by heart.`,
    },
  }));
  return {
    slug: 'booksellers',
    name: 'Booksellers',
    description: 'Whom to ask about which shelf.',
    entry_type: 'experts',
    language: 'english',
    entries,
  };
}

const QUESTIONS: readonly (readonly [string, string, string])[] = [
  [
    'Returns',
    'How do I return a book?',
    'Bring it back or send it within 30 days, unread and with the receipt, and you get your money back. After that we exchange it.',
  ],
  ['Returns', 'Can I return an e-book or audiobook?', 'Only before it has been downloaded.'],
  ['Returns', 'What if my book is damaged?', 'We replace it at once and pay the postage. A photo is enough.'],
  [
    'Shipping',
    'How long does shipping take?',
    'Two to four working days within the country. Books in stock leave us on the same day when ordered before 14:00.',
  ],
  ['Shipping', 'What does shipping cost?', 'It is free from $35, otherwise $4.50.'],
  ['Shipping', 'Do you ship abroad?', 'Yes, to 40 countries. The price is shown before you pay.'],
  ['Shipping', 'Can I collect my order in a shop?', 'Yes, free of charge and usually within two hours when the shop has the book.'],
  [
    'Orders',
    'Can you order a book that you do not have?',
    'Almost any book in print, within three working days. Out-of-print books we search for you.',
  ],
  ['Orders', 'How do I preorder a book?', 'On the book’s page or in the shop. You pay when it is there.'],
  ['Orders', 'How do I change or cancel my order?', 'Until it has left us: in your account or by telephone.'],
  ['Orders', 'Where is my order?', 'The e-mail that we sent has a tracking link. If it has not moved for three days, tell us.'],
  ['Payment', 'How can I pay?', 'With all common cards, in cash, or with a gift card. Schools and libraries by invoice.'],
  ['Gift cards', 'Do you sell gift cards?', 'Yes, from $10, on paper or by e-mail. They never expire.'],
  ['Gift cards', 'Can I use a gift card online?', 'Yes, in the shops and online, also in parts.'],
  ['Gifts', 'Do you wrap gifts?', 'Yes, free of charge, with a card if you like.'],
  [
    'Loyalty',
    'Do you have a loyalty programme?',
    'The Meridian Card: every tenth book is half price, and members hear of signings first. It is free.',
  ],
  ['Loyalty', 'Is there a discount for students?', 'Ten per cent on course books at Meridian Campus with a student card.'],
  ['Loyalty', 'Is there a discount for teachers and libraries?', 'Fifteen per cent for schools and libraries with an account.'],
  ['Used books', 'Do you buy used books?', 'On Wednesdays at Meridian Old Town. You get store credit.'],
  [
    'Events',
    'Do I need a ticket for events?',
    'Free events need none, but places are limited: write to events@meridian-books.example. Tickets for the others are sold in every shop.',
  ],
  ['Events', 'Can I get a book signed?', 'After every reading. If you cannot come, order a signed copy beforehand.'],
  ['Events', 'How do I join a book club?', 'Come to one evening; nobody has to have finished the book.'],
  ['Visiting', 'Are dogs allowed?', 'Yes, on a leash, and the one in Old Town likes company.'],
  ['Visiting', 'Is there a café?', 'In Old Town and at Riverside, until half an hour before closing.'],
  ['Visiting', 'Do you have wifi?', 'Yes, in every shop. The password is on the bookmark at the till.'],
  [
    'Authors',
    'How can I have my book sold here?',
    'Leave a copy with Leandro Vance or write to authors@meridian-books.example. We read everything and answer within six weeks.',
  ],
  ['Work', 'Are you hiring?', 'Before Christmas always. Write to work@meridian-books.example.'],
];
