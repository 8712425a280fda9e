/** Kinds of things that a question asks for and that fields hold. */
export type AskedKind = 'time' | 'place' | 'price' | 'duration' | 'person';

/** The words of a language that carry no subject of their own; all without accents, as `wordsOf` has them. */
interface QuestionLanguage {
  /** What is left of a question without them is what to search for. */
  readonly fillers: ReadonlySet<string>;
  /** Phrases that ask for a thing of a kind. */
  readonly asking: Readonly<Record<AskedKind, readonly string[]>>;
}

const english: QuestionLanguage = {
  fillers:
    setOf(`a about all also am an and any anyone are at available be been both but by can could did do does dr find for from get give got had has
    have having hello help hey hi how i if in into is it its know let like list looking many may me more most much my need no not now of offer on one ones only or
    other our out please recommend say see sell show so some someone somebody speak speaks speaking spoken tell than thank thanks that the their them then there
    these they thing this those to today tomorrow tonight too treat treats treated us want was we were what whats when where which who whom whose why will with work
    works working would you your`),
  asking: {
    time: ['when', 'what time', 'how late', 'how early'],
    place: ['where', 'how do i get to', 'how can i get to', 'how do we get to'],
    price: ['how much'],
    duration: ['how long'],
    person: ['who', 'whom'],
  },
};

const german: QuestionLanguage = {
  fillers:
    setOf(`aber alle als also am an auch auf aus bei bitte brauche brauchen da danke das dass dem den der des die dir doch du ein eine einem einen einer
    er es etwas euch euer fur gerne geben gibt guten haben habe hallo hast hat heute ich ihnen ihr ihre ihren im in ist ja jemand kann kannst kein keine konnen konnte
    man mein meine meinen mich mir mit mochte morgen muss nach nicht noch nur ob oder sie sind so sprechen spricht suche suchen tag uber um und uns unser von vor war
    was welche welchem welchen welcher welches wenn werden wie will wir wird zu zum zur`),
  asking: {
    time: ['wann', 'um wie viel uhr', 'bis wie viel uhr', 'wie spat'],
    place: ['wo', 'wohin', 'wie komme ich', 'wie kommt man'],
    price: ['was kostet', 'was kosten', 'wie viel kostet', 'wie viel kosten', 'wie viel', 'wieviel', 'wie teuer'],
    duration: ['wie lange'],
    person: ['wer', 'wen', 'wem'],
  },
};

const spanish: QuestionLanguage = {
  fillers:
    setOf(`a al algo alguien alguna alguno algun buenas buenos busco como con cual cuales de del dias donde el ella ellos en entre era eres es esa ese esta
    estan estas este esto estoy favor gracias ha hablan habla hacen hacer hago hay hola hoy la las le les lo los manana me mi mis muy necesito nos o para pero por
    porque puede pueden puedo que quien quiero se sea ser si sin sobre son soy su sus tambien te tengo tiene tienen toda todas todo todos tu un una unas uno unos
    usted ustedes y ya yo`),
  asking: {
    time: ['cuando', 'a que hora', 'hasta que hora', 'desde que hora'],
    place: ['donde', 'adonde', 'como llego', 'como se llega'],
    price: ['cuanto cuesta', 'cuanto cuestan', 'cuanto vale', 'cuanto es', 'cuanto'],
    duration: ['cuanto tiempo', 'cuanto dura', 'cuanto tarda', 'cuanto demora'],
    person: ['quien', 'quienes', 'a quien'],
  },
};

interface LanguageReader {
  readonly fillers: ReadonlySet<string>;
  /** The longest first: "how long" before "how". */
  readonly phrases: readonly { readonly kind: AskedKind; readonly phrase: string }[];
}

const [ENGLISH, ...OTHERS] = [english, german, spanish].map(({ fillers, asking }): LanguageReader => {
  const phrases = Object.entries(asking).flatMap(([kind, said]) => said.map((phrase) => ({ kind: kind as AskedKind, phrase })));
  return { fillers, phrases: phrases.sort((left, right) => right.phrase.length - left.phrase.length) };
}) as [LanguageReader, ...LanguageReader[]];

/** A single small word does not make a language: "Die Hard" is English. A word that asks counts for two. */
const EVIDENCE_MIN = 2;

/** What the words of a question ask for, and what it is about. */
export interface ReadWords {
  readonly kinds: readonly AskedKind[];
  /** The words that carry a subject, each once. */
  readonly subject: readonly string[];
}

/** Reads words in the language that knows the most of them. */
export function readWords(words: readonly string[]): ReadWords {
  const { fillers, phrases } = languageOf(words);
  let rest = spaced(words);
  const kinds = new Set<AskedKind>();
  for (const { kind, phrase } of phrases) {
    if (!rest.includes(` ${phrase} `)) continue;
    kinds.add(kind);
    rest = rest.replace(` ${phrase} `, ' ');
  }
  const subject = rest.split(' ').filter((word) => word !== '' && !fillers.has(word));
  return { kinds: [...kinds], subject: [...new Set(subject)] };
}

/** English, unless another one explains more: so "die" and "war" stay what they are in an English question. */
function languageOf(words: readonly string[]): LanguageReader {
  const text = spaced(words);
  const evidence = ({ fillers, phrases }: LanguageReader) =>
    words.filter((word) => fillers.has(word)).length + 2 * phrases.filter(({ phrase }) => text.includes(` ${phrase} `)).length;
  const least = Math.max(evidence(ENGLISH) + 1, EVIDENCE_MIN);
  const candidates = OTHERS.filter((language) => evidence(language) >= least);
  return candidates.reduce((best, one) => (evidence(one) > evidence(best) ? one : best), candidates[0] ?? ENGLISH);
}

function spaced(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
