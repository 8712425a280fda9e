import { faqList, slugOf, type DemoAccount, type DemoEntry, type DemoList } from './demo-account.ts';
import { Random } from './random.ts';

const PLACES = ['Harbor Main', 'North Pier', 'Eastgate', 'Westfield', 'Lighthouse Children’s Center'] as const;
const LANGUAGES = [
  'Spanish',
  'French',
  'Portuguese',
  'Mandarin',
  'Arabic',
  'Hindi',
  'Vietnamese',
  'Russian',
  'Haitian Creole',
  'American Sign Language',
];
const PLANS = ['BlueHarbor PPO', 'Coastal HMO', 'Medicare', 'Medicaid', 'Unity Care', 'Evergreen Select'];
const SCHOOLS = [
  'Seaboard University',
  'the University of New Avalon',
  'Grand Lakes Medical College',
  'Port Regent School of Medicine',
  'Highfield University',
];

/** Specialty, doctors in it, floor, conditions. */
const SPECIALTIES: readonly (readonly [string, number, string, readonly string[]])[] = [
  [
    'Cardiology',
    14,
    '4th floor',
    ['high blood pressure', 'atrial fibrillation', 'heart failure', 'coronary artery disease', 'heart murmur'],
  ],
  ['Dermatology', 10, '2nd floor', ['eczema', 'psoriasis', 'acne', 'skin cancer', 'rosacea']],
  ['Endocrinology', 9, '3rd floor', ['diabetes', 'thyroid disease', 'osteoporosis', 'adrenal disorders']],
  ['Family Medicine', 18, '1st floor', ['annual physicals', 'colds and flu', 'high cholesterol', 'back pain', 'travel advice']],
  [
    'Gastroenterology',
    10,
    '3rd floor',
    ['acid reflux', 'irritable bowel syndrome', 'celiac disease', 'hepatitis', 'colon cancer screening'],
  ],
  ['Nephrology', 8, '5th floor', ['chronic kidney disease', 'kidney stones', 'dialysis']],
  ['Neurology', 11, '5th floor', ['migraine', 'epilepsy', 'multiple sclerosis', 'Parkinson’s disease', 'stroke recovery']],
  ['Obstetrics and Gynecology', 12, '2nd floor', ['pregnancy care', 'endometriosis', 'menopause', 'contraception']],
  ['Oncology', 10, '6th floor', ['breast cancer', 'lung cancer', 'lymphoma', 'colon cancer']],
  ['Ophthalmology', 8, '2nd floor', ['cataracts', 'glaucoma', 'macular degeneration', 'dry eye']],
  ['Orthopedics', 12, '1st floor', ['knee pain', 'hip replacement', 'sports injuries', 'fractures', 'carpal tunnel']],
  ['Otolaryngology', 8, '3rd floor', ['sinusitis', 'hearing loss', 'tonsillitis', 'sleep apnea']],
  ['Pediatrics', 16, '1st floor', ['well-child visits', 'asthma', 'ear infections', 'growth concerns', 'childhood vaccinations']],
  ['Psychiatry', 11, '6th floor', ['depression', 'anxiety', 'bipolar disorder', 'ADHD', 'insomnia']],
  ['Pulmonology', 8, '4th floor', ['asthma', 'COPD', 'sleep apnea', 'chronic cough']],
  ['Rheumatology', 7, '5th floor', ['rheumatoid arthritis', 'lupus', 'gout', 'fibromyalgia']],
  ['Urology', 8, '4th floor', ['kidney stones', 'prostate health', 'incontinence', 'bladder infections']],
];

const FIRST_NAMES: readonly (readonly [string, string])[] = [
  ...[
    'Elena',
    'Maya',
    'Ingrid',
    'Priya',
    'Noor',
    'Camille',
    'Rosa',
    'Hannah',
    'Linh',
    'Amara',
    'Sofia',
    'Tamar',
    'Yuki',
    'Fatima',
    'Grace',
    'Olga',
    'Beatriz',
    'Mei',
    'Zoe',
    'Adaeze',
  ].map((name) => [name, 'female'] as const),
  ...[
    'Marcus',
    'Diego',
    'Samuel',
    'Arjun',
    'Tomás',
    'Henri',
    'Kofi',
    'Daniel',
    'Minh',
    'Omar',
    'Viktor',
    'Rafael',
    'Ethan',
    'Jun',
    'Mateo',
    'Idris',
    'Pavel',
    'Lucas',
    'Nikhil',
    'Peter',
  ].map((name) => [name, 'male'] as const),
];
const LAST_NAMES = [
  'Alvarez',
  'Okafor',
  'Lindqvist',
  'Banerjee',
  'Moreau',
  'Nakamura',
  'Haddad',
  'Kowalski',
  'Pereira',
  'Tran',
  'Whitfield',
  'Castellano',
  'Mbeki',
  'Petrov',
  'Rahman',
  'Sandoval',
  'Fitzgerald',
  'Zhang',
  'Delacroix',
  'Osei',
  'Romero',
  'Ferreira',
  'Goldberg',
  'Iyer',
  'Jansen',
  'Kaplan',
  'Laurent',
  'Mendes',
  'Novak',
  'Ortega',
  'Park',
  'Quintero',
  'Ramirez',
  'Santos',
  'Toussaint',
  'Ueda',
  'Vargas',
  'Winters',
  'Yilmaz',
  'Zamora',
];

/** Harbor Clinic: doctors, departments, services, locations, contacts and questions of an invented clinic. */
export function harborClinic(): DemoAccount {
  return {
    account: { slug: 'harbor-clinic', name: 'Harbor Clinic' },
    agent: {
      slug: 'info',
      name: 'Harbor Clinic information desk',
      description: 'Finds doctors, departments, services and answers at Harbor Clinic.',
      greeting: 'Welcome to Harbor Clinic. What can I look up for you?',
      suggestions: [
        'Which cardiologists speak Spanish?',
        'When is Eastgate open on Saturday?',
        'How do I prepare for an MRI?',
        'Which pediatricians are accepting new patients?',
      ],
      theme: { accent: '#0b6e8a' },
      system_prompt:
        'You are the information desk of Harbor Clinic. Answer briefly and warmly, from the directories only. You never give medical advice: for symptoms, point to a department or, in an emergency, to 911.',
      model: null,
      lists: null,
    },
    lists: [doctors(new Random(20_261)), departments(), services(), locations(), contacts(), faqList('Harbor Clinic', QUESTIONS)],
  };
}

function doctors(random: Random): DemoList {
  const names = new Set<string>();
  const entries = SPECIALTIES.flatMap(([specialty, count, , conditions]) =>
    Array.from({ length: count }, (_, index) => doctor(random, names, specialty, conditions, index)),
  );
  return {
    slug: 'doctors',
    name: 'Doctors',
    description: 'Every doctor of Harbor Clinic.',
    entry_type: 'medical_professional',
    language: 'english',
    entries,
  };
}

function doctor(random: Random, names: Set<string>, specialty: string, conditions: readonly string[], index: number): DemoEntry {
  const [first, gender, last] = newName(random, names);
  // Every third doctor of a specialty speaks Spanish: the clinic's patients do.
  const spanish = index % 3 === 1 ? ['Spanish'] : [];
  const others = random.sample(
    LANGUAGES.filter((language) => language !== 'Spanish'),
    random.pick([0, 0, 1, 1, 2]),
  );
  const places =
    specialty === 'Pediatrics'
      ? ['Lighthouse Children’s Center', ...random.sample(PLACES.slice(0, 4), 1)]
      : random.sample(PLACES.slice(0, 4), random.integer(1, 2));
  const years = random.integer(3, 34);
  const treated = random.sample(conditions, Math.min(3, conditions.length));
  const school = random.pick(SCHOOLS);
  const key = slugOf(`${first} ${last}`);
  return {
    external_key: key,
    name: `Dr. ${first} ${last}`,
    tags: random.chance(0.2) ? ['same-day'] : [],
    contact: {
      phone: `+1 555 01${String(names.size % 100).padStart(2, '0')} ext. ${1000 + names.size}`,
      email: `${key}@harbor-clinic.example`,
      url: `https://harbor-clinic.example/doctors/${key}`,
    },
    data: {
      title: random.chance(0.85) ? 'MD' : 'DO',
      specialty,
      languages: ['English', ...spanish, ...others],
      locations: places,
      department: specialty,
      conditions: treated,
      accepting_new_patients: random.chance(0.7),
      telehealth: random.chance(0.5),
      gender,
      education: `Trained at ${school}`,
      years_of_experience: years,
      insurance: random.sample(PLANS, random.integer(3, 6)),
      bio: `Dr. ${last} has practised for ${years} years and sees patients for ${treated.join(', ')} at ${places.join(' and ')}.`,
    },
  };
}

function newName(random: Random, names: Set<string>): [string, string, string] {
  for (;;) {
    const [first, gender] = random.pick(FIRST_NAMES);
    const last = random.pick(LAST_NAMES);
    if (names.has(`${first} ${last}`)) continue;
    names.add(`${first} ${last}`);
    return [first, gender, last];
  }
}

function departments(): DemoList {
  const random = new Random(7);
  const entries = SPECIALTIES.map(([specialty, , floor, conditions]) => ({
    external_key: slugOf(specialty),
    name: `Department of ${specialty}`,
    tags: [],
    contact: { phone: `+1 555 01${String(random.integer(10, 99))}`, email: `${slugOf(specialty)}@harbor-clinic.example` },
    data: {
      floor,
      location: specialty === 'Pediatrics' ? 'Lighthouse Children’s Center' : 'Harbor Main',
      hours: random.pick(['Monday to Friday 08:00-17:00', 'Monday to Friday 07:30-18:00', 'Monday to Saturday 08:00-16:00']),
      focus: `Care for ${conditions.join(', ')}.`,
    },
  }));
  return {
    slug: 'departments',
    name: 'Departments',
    description: 'Departments with floor and hours.',
    entry_type: 'department',
    language: 'english',
    entries,
  };
}

/** Category, name, price, duration, preparation. */
const SERVICES: readonly (readonly [string, string, string, string, string])[] = [
  [
    'Imaging',
    'MRI scan',
    '$420-$950',
    '30 to 60 minutes',
    'Leave metal at home, tell us about implants, and do not eat for four hours before an abdominal scan.',
  ],
  ['Imaging', 'CT scan', '$310-$780', '20 minutes', 'Drink water, and do not eat for three hours when contrast is used.'],
  ['Imaging', 'X-ray', '$60-$180', '15 minutes', 'No preparation. Tell us if you may be pregnant.'],
  ['Imaging', 'Ultrasound', '$120-$340', '30 minutes', 'For the abdomen do not eat for six hours; for the bladder come with a full one.'],
  ['Imaging', 'Mammogram', '$140-$260', '20 minutes', 'Do not use deodorant on the day.'],
  ['Imaging', 'Bone density scan', '$110-$190', '15 minutes', 'Do not take calcium for 24 hours before.'],
  ['Laboratory', 'Blood test', '$20-$160', '10 minutes', 'Some tests need you to fast for eight hours; your order says so.'],
  ['Laboratory', 'Cholesterol panel', '$35', '10 minutes', 'Fast for nine hours; water is fine.'],
  ['Laboratory', 'Allergy test', '$90-$240', '45 minutes', 'Do not take antihistamines for five days before.'],
  ['Laboratory', 'COVID-19 and flu test', '$25-$60', '10 minutes', 'No preparation. Wear a mask when you come in.'],
  ['Vaccination', 'Flu vaccination', '$0-$40', '10 minutes', 'Wear short sleeves.'],
  ['Vaccination', 'COVID-19 vaccination', '$0-$90', '25 minutes', 'Bring your vaccination card.'],
  ['Vaccination', 'Travel vaccinations', '$45-$310', '30 minutes', 'Come six weeks before you travel and bring your route.'],
  ['Vaccination', 'Shingles vaccination', '$0-$190', '15 minutes', 'Two doses, two to six months apart.'],
  ['Vaccination', 'Childhood vaccinations', '$0-$120', '20 minutes', 'Bring the child’s vaccination record.'],
  ['Check-ups', 'Annual physical', '$0-$220', '40 minutes', 'Bring a list of your medicines and fast for eight hours.'],
  ['Check-ups', 'Well-child visit', '$0-$160', '30 minutes', 'Bring the child’s records and any school forms.'],
  ['Check-ups', 'Sports physical', '$45', '20 minutes', 'Bring the school’s form.'],
  ['Check-ups', 'Skin cancer screening', '$80-$150', '20 minutes', 'Come without make-up and nail polish.'],
  ['Check-ups', 'Hearing test', '$70-$130', '30 minutes', 'Avoid loud noise for a day before.'],
  ['Check-ups', 'Eye exam', '$85-$160', '45 minutes', 'Bring sunglasses: your pupils may be widened.'],
  ['Heart', 'Electrocardiogram', '$50-$110', '10 minutes', 'No preparation.'],
  ['Heart', 'Stress test', '$210-$480', '60 minutes', 'Wear sports shoes; no caffeine for 12 hours.'],
  ['Heart', 'Echocardiogram', '$260-$590', '45 minutes', 'No preparation.'],
  ['Procedures', 'Colonoscopy', '$900-$1,900', 'Half a day', 'A clear-liquid diet the day before, and somebody to take you home.'],
  ['Procedures', 'Minor skin surgery', '$190-$520', '30 to 60 minutes', 'Tell us about blood thinners.'],
  ['Procedures', 'Cast and splint care', '$70-$240', '30 minutes', 'No preparation.'],
  ['Therapy', 'Physical therapy', '$70-$140', '45 minutes', 'Wear loose clothes.'],
  ['Therapy', 'Nutrition counselling', '$60-$110', '45 minutes', 'Keep a food diary for three days.'],
  ['Therapy', 'Diabetes education', '$0-$75', '90 minutes', 'Bring your glucose meter.'],
  ['Therapy', 'Smoking cessation', '$0-$50', '30 minutes', 'No preparation.'],
  ['Therapy', 'Speech therapy', '$80-$150', '45 minutes', 'Bring earlier reports.'],
  [
    'Urgent care',
    'Walk-in urgent care',
    '$110-$260',
    '30 to 90 minutes',
    'No appointment needed. For chest pain or trouble breathing call 911.',
  ],
  ['Urgent care', 'Stitches', '$160-$380', '45 minutes', 'Press a clean cloth on the wound on the way.'],
];

function services(): DemoList {
  const random = new Random(11);
  const entries = SERVICES.map(([category, name, price_range, duration, preparation]) => ({
    external_key: slugOf(name),
    name,
    tags: [slugOf(category)],
    contact: {},
    data: {
      category,
      description: `${name} at Harbor Clinic: ${duration.toLowerCase()}, ${price_range === '$0' ? 'free' : price_range} before insurance.`,
      price_range,
      duration,
      preparation,
      locations: random.sample(PLACES.slice(0, 4), random.integer(1, 3)),
      referral_needed: ['Imaging', 'Procedures', 'Heart'].includes(category),
    },
  }));
  return {
    slug: 'services',
    name: 'Services',
    description: 'Tests, treatments and what they cost.',
    entry_type: 'service',
    language: 'english',
    entries,
  };
}

function locations(): DemoList {
  const week = (weekday: string, saturday: string, sunday: string) =>
    ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
      .map((day) => `${day} ${weekday}`)
      .concat(`Saturday ${saturday}`, `Sunday ${sunday}`);
  const rows: readonly (readonly [string, string, string[], string, string])[] = [
    [
      'Harbor Main',
      '1 Quay Street, Port Regent',
      week('07:00-20:00', '08:00-16:00', '10:00-14:00'),
      'Garage on Pier Street, the first two hours are free.',
      'Tram 2 and 5, stop Quay Street',
    ],
    [
      'North Pier',
      '48 Lantern Road, Port Regent',
      week('08:00-18:00', '09:00-13:00', 'closed'),
      'Free parking in front of the house.',
      'Bus 14, stop Lantern Road',
    ],
    [
      'Eastgate',
      '230 Orchard Avenue, Port Regent',
      week('08:00-18:00', '09:00-15:00', 'closed'),
      'Eastgate Mall garage, free with a stamp from reception.',
      'Metro line B, Eastgate',
    ],
    [
      'Westfield',
      '9 Mill Lane, Westfield',
      week('08:00-17:00', 'closed', 'closed'),
      'Free parking behind the house.',
      'Regional train, Westfield station, five minutes on foot',
    ],
    [
      'Lighthouse Children’s Center',
      '15 Beacon Hill, Port Regent',
      week('08:00-18:00', '09:00-14:00', 'closed'),
      'Family places beside the entrance; the garage is free for four hours.',
      'Tram 2, stop Beacon Hill',
    ],
  ];
  const entries = rows.map(([name, address, opening_hours, parking, transit], index) => ({
    external_key: slugOf(name),
    name,
    tags: [],
    contact: { phone: `+1 555 010${index + 1}`, address },
    data: {
      opening_hours,
      parking,
      transit,
      accessibility: ['step-free entrance', 'wheelchairs to borrow', ...(index % 2 === 0 ? ['induction loop'] : [])],
      district: address.split(', ')[1],
    },
  }));
  return {
    slug: 'locations',
    name: 'Locations',
    description: 'Where Harbor Clinic is, and when it is open.',
    entry_type: 'location',
    language: 'english',
    entries,
  };
}

function contacts(): DemoList {
  const rows: readonly (readonly [string, string, string, string, string])[] = [
    ['Emergencies', 'Life-threatening emergencies: call 911 first.', '911', '', 'Day and night'],
    [
      'Appointments',
      'Booking, moving and cancelling appointments.',
      '+1 555 0110',
      'appointments@harbor-clinic.example',
      'Monday to Friday 07:00-19:00, Saturday 08:00-14:00',
    ],
    ['Nurse line', 'Advice by a nurse when you are not sure where to go.', '+1 555 0111', '', 'Day and night'],
    [
      'Billing',
      'Bills, payment plans and insurance questions.',
      '+1 555 0112',
      'billing@harbor-clinic.example',
      'Monday to Friday 08:00-17:00',
    ],
    ['Medical records', 'Copies of your records.', '+1 555 0113', 'records@harbor-clinic.example', 'Monday to Friday 09:00-16:00'],
    [
      'Patient advocate',
      'Complaints, praise and help in finding your way.',
      '+1 555 0114',
      'advocate@harbor-clinic.example',
      'Monday to Friday 09:00-17:00',
    ],
  ];
  const entries = rows.map(([name, purpose, phone, email, hours]) => ({
    external_key: slugOf(name),
    name,
    tags: [],
    contact: { phone, ...(email ? { email } : {}) },
    data: { purpose, hours, languages: ['English', 'Spanish'] },
  }));
  return {
    slug: 'contacts',
    name: 'Contacts',
    description: 'Whom to call for what.',
    entry_type: 'contact_information',
    language: 'english',
    entries,
  };
}

const QUESTIONS: readonly (readonly [string, string, string])[] = [
  [
    'Insurance',
    'Which insurance plans do you accept?',
    'We accept BlueHarbor PPO, Coastal HMO, Medicare, Medicaid, Unity Care and Evergreen Select. Not every doctor takes every plan: the doctor’s page says which.',
  ],
  [
    'Insurance',
    'What if I have no insurance?',
    'You get an estimate before your visit and 20 % off when you pay on the day. Our billing team can set up a payment plan without interest.',
  ],
  [
    'Insurance',
    'Do I need a referral to see a specialist?',
    'Most plans let you book a specialist directly; Coastal HMO asks for a referral from your family doctor.',
  ],
  [
    'Appointments',
    'How do I book an appointment?',
    'Call +1 555 0110, or book online at harbor-clinic.example/book. New patients should plan 15 minutes for the forms.',
  ],
  [
    'Appointments',
    'How do I cancel or reschedule an appointment?',
    'Call or go online at least 24 hours before. Later cancellations cost $35, unless you are ill.',
  ],
  [
    'Appointments',
    'Can I be seen on the same day?',
    'Yes: doctors with the mark "same-day" keep places free every morning, and urgent care takes walk-ins until 19:00.',
  ],
  [
    'Appointments',
    'What should I bring to my first visit?',
    'A photo ID, your insurance card, a list of your medicines and earlier reports if you have them.',
  ],
  [
    'Appointments',
    'What happens if I am late?',
    'Up to 15 minutes are no problem. After that we may have to find you another time on the same day.',
  ],
  [
    'Visiting',
    'What are your visiting hours?',
    'Visitors are welcome from 09:00 to 20:00, two at a time. Children may visit with an adult.',
  ],
  ['Visiting', 'Can somebody come with me to my visit?', 'Of course. One person may be with you in the room, for children both parents.'],
  ['Visiting', 'Are service animals allowed?', 'Yes, service animals are welcome everywhere but in operating rooms.'],
  [
    'Parking',
    'Where can I park?',
    'At Harbor Main in the garage on Pier Street, where the first two hours are free. North Pier and Westfield have free parking at the house.',
  ],
  ['Parking', 'Is there parking for people with disabilities?', 'Every location has marked places beside its entrance.'],
  [
    'Telehealth',
    'Do you offer video visits?',
    'Yes, about half of our doctors do. You need a phone or computer with a camera; the link comes by e-mail the day before.',
  ],
  [
    'Telehealth',
    'What can be treated in a video visit?',
    'Follow-ups, prescriptions, skin questions with a photo, mental health and results. For chest pain, injuries and children under two please come in.',
  ],
  [
    'Records',
    'How do I get a copy of my medical records?',
    'Ask online or at +1 555 0113 with a photo ID. Electronic copies are free and take up to five working days.',
  ],
  [
    'Records',
    'How do I see my test results?',
    'In the patient portal, as soon as your doctor has released them, usually within two working days.',
  ],
  [
    'Records',
    'Who can see my records?',
    'You, the people who treat you, and whoever you name in writing. You can ask for a list of everybody who has looked.',
  ],
  ['Prescriptions', 'How do I renew a prescription?', 'In the patient portal or through your pharmacy. Allow two working days.'],
  ['Prescriptions', 'Do you prescribe antibiotics by telephone?', 'No. A doctor has to see you first, which may be by video.'],
  ['Billing', 'How can I pay my bill?', 'Online, by telephone, by check or at any reception. We accept all common cards.'],
  [
    'Billing',
    'Why did I get two bills?',
    'One is for the doctor, the other for the laboratory or imaging. Billing can put them into one payment plan.',
  ],
  [
    'Billing',
    'Do you offer financial assistance?',
    'Yes. With a household income below three times the federal poverty level care is reduced or free. Ask billing for the form.',
  ],
  [
    'Language',
    'Do you have interpreters?',
    'Yes, free of charge and in more than 200 languages by video, American Sign Language included. Tell us when you book.',
  ],
  ['Children', 'From what age do you see children?', 'From birth. Well-child visits are at the Lighthouse Children’s Center.'],
  ['Children', 'Can my teenager come alone?', 'From 16 on, with your consent in the portal. Some visits are confidential by law.'],
  [
    'Urgent care',
    'When should I go to the emergency room?',
    'For chest pain, trouble breathing, signs of a stroke, heavy bleeding or a severe injury call 911. For other urgent matters come to urgent care.',
  ],
  ['Urgent care', 'Do I need an appointment for urgent care?', 'No, walk in at Harbor Main, daily until one hour before closing.'],
  [
    'Vaccination',
    'Can I get a flu shot without an appointment?',
    'Yes, at Harbor Main and Eastgate from September to March, while they are open.',
  ],
  ['Safety', 'Do I have to wear a mask?', 'Only with a cough or fever, and in oncology. Masks are at every entrance.'],
  [
    'Complaints',
    'How do I give feedback or complain?',
    'Write to advocate@harbor-clinic.example or call +1 555 0114. You get an answer within five working days.',
  ],
  ['Work', 'Can I get a note for work or school?', 'Yes, at the end of your visit or later in the portal.'],
];
