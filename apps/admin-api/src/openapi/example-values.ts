/** What the examples of the API's document speak of again and again: one account and the people who look after it. */
export const ACCOUNT = '01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50';
export const PERSON = '01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f';
export const AGENT = '01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70';
export const ENTRY = '01a20ec5-b422-7641-a0d0-0c4dd2625471';
export const TOKEN = '01a20ec4-c5d6-7f60-9b70-3c4d5e6f7081';
export const CREATED = '2026-03-02T09:30:00.000Z';
export const LATER = '2026-03-03T10:00:00.000Z';
export const SPECIALTY_QUESTION = 'Which cardiologists speak Spanish?';

/** A page that is the last one. */
export function page(...data: object[]): object {
  return { data, has_more: false, next_cursor: null };
}

/** Lines of a file, or of a stream. */
export function lines(...texts: string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}

/** One server-sent event, and the time after which a reader comes back. */
export function event(name: string, id: string, data: object): string {
  return lines('retry: 3000', '', `event: ${name}`, `id: ${id}`, `data: ${JSON.stringify(data)}`, '');
}
