/** An account of the demonstration, as `salient demo` reads it. */
export interface DemoAccount {
  readonly account: { readonly slug: string; readonly name: string };
  readonly agent: Readonly<Record<string, unknown>> & { readonly slug: string; readonly name: string; readonly system_prompt: string };
  readonly lists: readonly DemoList[];
}

export interface DemoList {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly entry_type: string;
  readonly language: string;
  readonly entries: readonly DemoEntry[];
}

export interface DemoEntry {
  readonly external_key: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly contact: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
}

export function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A list of frequently asked questions from `[topic, question, answer]`. */
export function faqList(name: string, questions: readonly (readonly [string, string, string])[]): DemoList {
  return {
    slug: 'faq',
    name: 'FAQ',
    description: `What visitors ask ${name} most.`,
    entry_type: 'faq',
    language: 'english',
    entries: questions.map(([topic, question, answer]) => ({
      external_key: slugOf(question).slice(0, 80),
      name: question,
      tags: [slugOf(topic)],
      contact: {},
      data: { question, answer, topic },
    })),
  };
}
