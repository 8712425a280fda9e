import type { CreateEntryRequest, DirectoryEntryView } from '@salient/contracts/directory';

/** An entry while it is edited. */
export interface EntryDraft {
  readonly name: string;
  readonly external_key: string;
  readonly tags: readonly string[];
  /** One `field: value` a line, such as `phone: 555 0100`. */
  readonly contact: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

export const EMPTY_DRAFT: EntryDraft = { name: '', external_key: '', tags: [], contact: [], data: {} };

export function draftOf({ name, external_key, tags, contact, data }: DirectoryEntryView): EntryDraft {
  return { name, external_key, tags, contact: Object.entries(contact).map(([field, value]) => `${field}: ${value}`), data };
}

/** What is sent: an empty key lets the API choose one. */
export function requestOf({ external_key: key, contact, ...draft }: EntryDraft): CreateEntryRequest {
  return { ...draft, tags: [...draft.tags], contact: contactOf(contact), ...(key.trim() ? { external_key: key.trim() } : {}) };
}

function contactOf(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return colon < 0 ? [line.trim(), ''] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
}
